/** `New York` of `America/New_York`: the name a zone gives its city. */
export function cityName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
