import type { Language } from '../domain/invitation.ts';
import type { ReportedSession } from '../domain/report.ts';

/** What the funder's files say; one that lacks a word does not compile. */
export interface ReportWords {
  readonly locale: string;
  readonly evidence: string;
  readonly asOf: (when: string) => string;
  readonly timesIn: (city: string) => string;
  readonly period: string;
  readonly summary: string;
  readonly sessions: string;
  readonly attendance: string;
  readonly hours: string;
  readonly roster: string;
  readonly byCluster: string;
  readonly byFacilitator: string;
  readonly total: string;
  readonly columns: {
    readonly cluster: string; readonly topic: string; readonly phase: string; readonly state: string; readonly facilitator: string; readonly date: string;
    readonly time: string; readonly utc: string; readonly minutes: string; readonly came: string; readonly absent: string; readonly invitations: string;
    readonly name: string; readonly email: string; readonly role: string; readonly zone: string; readonly language: string; readonly attended: string;
    readonly heldHours: string; readonly bookedHours: string; readonly reason: string;
  };
  readonly states: Readonly<Record<ReportedSession['state'], string>>;
  readonly roles: Readonly<Record<'facilitator' | 'representative', string>>;
  readonly yes: string;
  readonly no: string;
  readonly notRecorded: string;
  readonly held: (sessions: number, all: number, hours: string) => string;
  readonly page: (number: number, of: number) => string;
}

const en: ReportWords = {
  locale: 'en-GB', evidence: 'Evidence of delivery', asOf: (when) => `As of ${when}`, timesIn: (city) => `Times on the clock of ${city}`, period: 'Period',
  summary: 'Summary', sessions: 'Sessions', attendance: 'Attendance', hours: 'Hours', roster: 'Roster', byCluster: 'By cluster', byFacilitator: 'By facilitator', total: 'Total',
  columns: {
    cluster: 'Cluster', topic: 'Topic', phase: 'Phase', state: 'State', facilitator: 'Facilitator', date: 'Date', time: 'Time', utc: 'Start (UTC)', minutes: 'Minutes', came: 'Came', absent: 'Absent',
    invitations: 'Invitations delivered', name: 'Name', email: 'Mail', role: 'Role', zone: 'Time zone', language: 'Language', attended: 'Attended', heldHours: 'Hours held', bookedHours: 'Hours booked', reason: 'Reason',
  },
  states: { open: 'To book', booked: 'Booked', done: 'Done', missed: 'Missed', waived: 'Waived' },
  roles: { facilitator: 'Facilitator', representative: 'Representative' }, yes: 'yes', no: 'no', notRecorded: 'not recorded',
  held: (sessions, all, hours) => `${sessions} of ${all} sessions held, ${hours} hours.`, page: (number, of) => `Page ${number} of ${of}`,
};

const es: ReportWords = {
  locale: 'es-ES', evidence: 'Justificante de realización', asOf: (when) => `A ${when}`, timesIn: (city) => `Horas en el reloj de ${city}`, period: 'Periodo',
  summary: 'Resumen', sessions: 'Sesiones', attendance: 'Asistencia', hours: 'Horas', roster: 'Participantes', byCluster: 'Por clúster', byFacilitator: 'Por facilitador', total: 'Total',
  columns: {
    cluster: 'Clúster', topic: 'Tema', phase: 'Fase', state: 'Estado', facilitator: 'Facilitador', date: 'Fecha', time: 'Hora', utc: 'Inicio (UTC)', minutes: 'Minutos', came: 'Asistieron', absent: 'Ausentes',
    invitations: 'Invitaciones entregadas', name: 'Nombre', email: 'Correo', role: 'Función', zone: 'Zona horaria', language: 'Idioma', attended: 'Asistió', heldHours: 'Horas realizadas', bookedHours: 'Horas reservadas', reason: 'Motivo',
  },
  states: { open: 'Por reservar', booked: 'Reservada', done: 'Hecha', missed: 'Perdida', waived: 'Dispensada' },
  roles: { facilitator: 'Facilitador', representative: 'Representante' }, yes: 'sí', no: 'no', notRecorded: 'sin registrar',
  held: (sessions, all, hours) => `${sessions} de ${all} sesiones realizadas, ${hours} horas.`, page: (number, of) => `Página ${number} de ${of}`,
};

const fr: ReportWords = {
  locale: 'fr-FR', evidence: 'Justificatif de réalisation', asOf: (when) => `Au ${when}`, timesIn: (city) => `Heures à l’horloge de ${city}`, period: 'Période',
  summary: 'Résumé', sessions: 'Séances', attendance: 'Présences', hours: 'Heures', roster: 'Participants', byCluster: 'Par cluster', byFacilitator: 'Par intervenant', total: 'Total',
  columns: {
    cluster: 'Cluster', topic: 'Thème', phase: 'Phase', state: 'État', facilitator: 'Intervenant', date: 'Date', time: 'Heure', utc: 'Début (UTC)', minutes: 'Minutes', came: 'Présents', absent: 'Absents',
    invitations: 'Invitations remises', name: 'Nom', email: 'Courriel', role: 'Rôle', zone: 'Fuseau horaire', language: 'Langue', attended: 'Présent', heldHours: 'Heures tenues', bookedHours: 'Heures réservées', reason: 'Motif',
  },
  states: { open: 'À réserver', booked: 'Réservée', done: 'Faite', missed: 'Manquée', waived: 'Dispensée' },
  roles: { facilitator: 'Intervenant', representative: 'Représentant' }, yes: 'oui', no: 'non', notRecorded: 'non relevé',
  held: (sessions, all, hours) => `${sessions} séances tenues sur ${all}, ${hours} heures.`, page: (number, of) => `Page ${number} sur ${of}`,
};

const pl: ReportWords = {
  locale: 'pl-PL', evidence: 'Potwierdzenie realizacji', asOf: (when) => `Stan na ${when}`, timesIn: (city) => `Godziny według zegara: ${city}`, period: 'Okres',
  summary: 'Podsumowanie', sessions: 'Sesje', attendance: 'Obecność', hours: 'Godziny', roster: 'Lista osób', byCluster: 'Według klastrów', byFacilitator: 'Według prowadzących', total: 'Razem',
  columns: {
    cluster: 'Klaster', topic: 'Temat', phase: 'Etap', state: 'Stan', facilitator: 'Prowadzący', date: 'Data', time: 'Godzina', utc: 'Początek (UTC)', minutes: 'Minuty', came: 'Obecni', absent: 'Nieobecni',
    invitations: 'Dostarczone zaproszenia', name: 'Imię i nazwisko', email: 'E-mail', role: 'Rola', zone: 'Strefa czasowa', language: 'Język', attended: 'Obecność', heldHours: 'Godziny odbyte', bookedHours: 'Godziny zarezerwowane', reason: 'Powód',
  },
  states: { open: 'Do rezerwacji', booked: 'Zarezerwowana', done: 'Odbyta', missed: 'Opuszczona', waived: 'Zwolniona' },
  roles: { facilitator: 'Prowadzący', representative: 'Przedstawiciel' }, yes: 'tak', no: 'nie', notRecorded: 'nie zapisano',
  held: (sessions, all, hours) => `Odbyte sesje: ${sessions} z ${all}, godziny: ${hours}.`, page: (number, of) => `Strona ${number} z ${of}`,
};

const da: ReportWords = {
  locale: 'da-DK', evidence: 'Dokumentation for gennemførelse', asOf: (when) => `Pr. ${when}`, timesIn: (city) => `Tider på uret i ${city}`, period: 'Periode',
  summary: 'Oversigt', sessions: 'Sessioner', attendance: 'Fremmøde', hours: 'Timer', roster: 'Deltagere', byCluster: 'Efter klynge', byFacilitator: 'Efter facilitator', total: 'I alt',
  columns: {
    cluster: 'Klynge', topic: 'Emne', phase: 'Fase', state: 'Tilstand', facilitator: 'Facilitator', date: 'Dato', time: 'Tid', utc: 'Start (UTC)', minutes: 'Minutter', came: 'Til stede', absent: 'Fraværende',
    invitations: 'Leverede invitationer', name: 'Navn', email: 'Mail', role: 'Rolle', zone: 'Tidszone', language: 'Sprog', attended: 'Til stede', heldHours: 'Afholdte timer', bookedHours: 'Bookede timer', reason: 'Begrundelse',
  },
  states: { open: 'Skal bookes', booked: 'Booket', done: 'Afholdt', missed: 'Udeblevet', waived: 'Fritaget' },
  roles: { facilitator: 'Facilitator', representative: 'Repræsentant' }, yes: 'ja', no: 'nej', notRecorded: 'ikke noteret',
  held: (sessions, all, hours) => `${sessions} af ${all} sessioner afholdt, ${hours} timer.`, page: (number, of) => `Side ${number} af ${of}`,
};

export const reportWords: Readonly<Record<Language, ReportWords>> = { en, es, fr, pl, da };
