import type { Setup } from '../en/setup.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('es');

export const setup: Setup = {
  lead: 'Un programa en seis pasos. Déjelo cuando quiera: lo escrito se guarda, en todos los dispositivos en los que entre.',
  begin: 'Empezar un programa nuevo', upload: 'Empezar desde un programa exportado (.json)', uploadError: 'Esto no es un programa exportado. Elija un export.json de «Exportar», en el tablero.',
  drafts: 'Empezados, sin terminar', noDrafts: 'No hay nada empezado. Un programa nuevo se compone de fechas, semanas, temas y personas.', unnamed: 'Sin nombre',
  changed: (when) => `cambiado ${when}`, goOn: 'Continuar', goOnWith: (name) => `Continuar con ${name}`, remove: 'Quitar', removeWho: (name) => `Quitar ${name}`, removed: (name) => `${name}: quitado.`,
  steps: 'Pasos', step: { basics: 'Nombre y fechas', weeks: 'Semanas', topics: 'Temas', clusters: 'Clústeres y personas', facilitators: 'Facilitadores', review: 'Revisión' },
  next: (step) => `Siguiente: ${step}`, back: (step) => `Atrás: ${step}`,
  saved: (time, city) => `Guardado a las ${time} en ${city}`, saving: 'Guardando…', unsaved: 'Aún sin guardar: no hay conexión. Se intentará de nuevo.', elsewhere: 'Esto se cambió en otro sitio.', reload: 'Mostrar lo guardado',
  name: 'Nombre', zone: 'Zona horaria de origen', firstDay: 'Primer día', lastDay: 'Último día', moveAll: 'Mover todo para que empiece el', moveAct: 'Mover',
  moved: (days) => many(days, { one: 'Todo es # día después.', other: 'Todo es # días después.' }),
  weeksHint: 'En las semanas virtuales cada clúster tiene una sesión por tema; las presenciales figuran en los calendarios.',
  addWeek: 'Añadir una semana', fillWeeks: 'Rellenar con semanas de lunes a viernes', weekName: (number) => `Semana ${number}`, mode: 'Cómo', modes: { classroom: 'Presencial', virtual: 'Virtual' },
  noWeeks: 'Todavía no hay semanas. Rellénelas a partir de las fechas, o añada una.',
  topicsHint: 'Cada clúster tiene cada tema una vez, en su semana.', addTopic: 'Añadir un tema', noTopics: 'Todavía no hay temas.', inWeek: 'En la semana', noWeek: 'ninguna semana',
  clustersHint: 'Quienes reservan. Cada uno con la hora de una ciudad y las personas que actúan por él.', noClusters: 'Todavía no hay clústeres. Añada uno, o tómelos de una hoja de cálculo.',
  facilitatorsHint: 'Quién da sesiones, qué temas y cuándo. Después pueden cambiar sus horas ellos mismos.', noFacilitators: 'Todavía no hay facilitadores. Añada uno, o tómelos de una hoja de cálculo.',
  offers: 'Horas que ofrece, de lunes a viernes', offersMore: (rules) => many(rules, { one: 'Horas propias (# regla), se conservan.', other: 'Horas propias (# reglas), se conservan.' }),
  item: { phase: (n) => `Semana ${n}`, topic: (n) => `Tema ${n}`, cluster: (n) => `Clúster ${n}`, facilitator: (n) => `Facilitador ${n}` },
  sheet: 'Tomar personas de una hoja de cálculo', sheetHint: 'Un archivo .xlsx o .csv con una fila por persona. Las filas correctas se toman; las demás esperan abajo hasta que las corrija.',
  template: 'Plantilla para rellenar (.xlsx)', choose: 'Elegir un archivo', sheetError: 'No se pudo leer el archivo. Guárdelo como .xlsx o .csv y elíjalo de nuevo.', headError: 'La primera fila debe nombrar las columnas, al menos «Organización» o «Persona». La plantilla muestra cómo.',
  taken: (count) => many(count, { one: 'Se tomó # fila.', other: 'Se tomaron # filas.' }), waiting: (count) => many(count, { one: '# fila por corregir', other: '# filas por corregir' }),
  rowOf: (row, file) => `Fila ${row} de ${file}`, takeRow: 'Tomar esta fila', dropRow: 'Dejar fuera esta fila', dropped: (row) => `La fila ${row} queda fuera.`,
  fault: {
    missing: 'Rellénelo.', email: 'No es una dirección de correo. Escriba una como nombre@example.org.', zone: 'No existe esa zona horaria o ciudad. Escriba una como Europe/Madrid.',
    language: 'Escriba inglés, español, francés, polaco o danés.', topic: (topic, known) => `No hay un tema «${topic}». Escriba uno de ${known}, o añádalo a los temas.`, topicNone: (topic) => `No hay un tema «${topic}». Añádalo antes a los temas.`,
    time: 'Escriba una hora como 09:00.', order: '«Hasta» debe ser posterior a «Desde».', kind: 'Escriba «clúster» o «facilitador».',
  },
  dateOrder: 'El último día no puede ser anterior al primero.', outside: 'Está fuera de las fechas del programa.',
  reviewHint: 'No se crea nada ni se avisa a nadie antes de pulsar el botón de abajo.',
  counts: (clusters, topics, facilitators) => `${many(clusters, { one: '# clúster', other: '# clústeres' })}, ${many(topics, { one: '# tema', other: '# temas' })}, ${many(facilitators, { one: '# facilitador', other: '# facilitadores' })}`,
  sessions: (count) => many(count, { one: '# sesión por reservar', other: '# sesiones por reservar' }), errors: (count) => many(count, { one: '# cosa que revisar antes de crearlo', other: '# cosas que revisar antes de crearlo' }),
  stillAside: 'Quedan filas de una hoja de cálculo por corregir; se dejarían fuera.', looking: 'Mirando lo que viene…', make: 'Crear este programa', making: 'Creando…', made: 'El programa está creado.',
};
