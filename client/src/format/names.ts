/** `Quercus Group` of `Quercus Group, Copenhagen` where the city stands beside it anyway. */
export function nameBeside(name: string, city: string): string {
  const rest = name.endsWith(city) ? name.slice(0, -city.length).replace(/[\s,–-]+$/, '') : name;
  return rest || name;
}
