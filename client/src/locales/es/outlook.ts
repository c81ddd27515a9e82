import type { Outlook } from '../en/outlook.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('es');

export const outlook: Outlook = {
  lead: 'Lo que se puede saber de antemano: si cabe, qué horas comparten las partes, cuándo cambian los relojes, quién tiene fiesta.',
  fit: '¿Cabrá?', fitHint: 'Sesiones por colocar, frente a cuántas podrían dar los facilitadores si no dieran otras.',
  fitLine: (demand, supply) => `${demand} por colocar, sitio para ${supply}`, short: 'falta sitio',
  topicLine: (demand, facilitators, supply) => `${demand} por colocar, ${many(facilitators, { one: '# facilitador', other: '# facilitadores' })} con sitio para ${supply}`,
  fits: 'Todo tiene sitio.', unfit: (count) => many(count, { one: '# sesión no tiene sitio', other: '# sesiones no tienen sitio' }),
  common: 'Horas en común', commonHint: 'Entre cada clúster y cada facilitador de sus temas, antes de reservar nada. En horario de oficina de ambos; entre paréntesis, con horas tempranas y tardías.',
  hours: (common, waking) => `${common} h (${waking} h)`, none: 'ninguna', week: 'Semana', cluster: 'Clúster',
  clocks: 'Cambios de hora', clockLine: (city, before, after) => `${city} pasa de ${before} a ${after}.`, clocksNone: 'No hay cambios de hora mientras dura.', clocksHint: 'Todas las horas que se muestran ya lo tienen en cuenta.',
  touches: (names) => `Para ${names}.`,
  holidays: 'Días festivos', holidaysHint: 'Los planes dejan libres estos días. Marque aquellos en los que se trabaja de todos modos.', holidaysNone: 'Ningún festivo en el país de nadie mientras dura.',
  worked: 'se trabaja', workedWho: (name, country) => `${name} en ${country}: se trabaja`,
  nothing: 'Todavía no hay sesiones que prever. Un tema en una semana virtual da una a cada clúster.', nobody: 'Nadie da todavía un tema en esta semana.',
};
