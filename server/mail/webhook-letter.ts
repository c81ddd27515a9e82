import { cleanLine } from '../calendar/clean-text.ts';
import type { Letter, Sender } from '../domain/invitation-content.ts';
import type { Language } from '../domain/invitation.ts';
import type { Correspondent, WebhookOffNotice } from '../domain/notice.ts';
import { plainLetter } from './plain-letter.ts';
import { heading, paragraph, sheet } from './sheet.ts';

interface Words {
  subject: (host: string) => string;
  gone: (host: string) => string;
  'given-up': (host: string) => string;
  nothingLost: string;
}

const words: Record<Language, Words> = {
  en: {
    subject: (host) => `Visavis no longer sends to ${host}`,
    gone: (host) => `The receiver at ${host} answered that nobody listens there any more (410). Its webhook has been switched off.`,
    'given-up': (host) => `The receiver at ${host} has taken nothing for 75 hours. Its webhook has been switched off.`,
    nothingLost: 'Nothing is lost: once it is switched on again, everything since is sent in order.',
  },
  es: {
    subject: (host) => `Visavis ya no envía a ${host}`,
    gone: (host) => `El receptor ${host} ha contestado que ya no escucha nadie (410). Su webhook se ha desactivado.`,
    'given-up': (host) => `El receptor ${host} no ha aceptado nada durante 75 horas. Su webhook se ha desactivado.`,
    nothingLost: 'No se pierde nada: al activarlo de nuevo se envía todo lo ocurrido desde entonces, en orden.',
  },
  fr: {
    subject: (host) => `Visavis n’envoie plus rien à ${host}`,
    gone: (host) => `Le récepteur ${host} a répondu que plus personne n’écoute (410). Son webhook a été désactivé.`,
    'given-up': (host) => `Le récepteur ${host} n’a rien accepté pendant 75 heures. Son webhook a été désactivé.`,
    nothingLost: 'Rien n’est perdu : une fois réactivé, tout ce qui s’est passé depuis est envoyé, dans l’ordre.',
  },
  pl: {
    subject: (host) => `Visavis nie wysyła już do ${host}`,
    gone: (host) => `Odbiorca ${host} odpowiedział, że nikt już tam nie słucha (410). Jego webhook został wyłączony.`,
    'given-up': (host) => `Odbiorca ${host} niczego nie przyjął przez 75 godzin. Jego webhook został wyłączony.`,
    nothingLost: 'Nic nie przepadło: po ponownym włączeniu wszystko, co się od tego czasu wydarzyło, zostanie wysłane po kolei.',
  },
  da: {
    subject: (host) => `Visavis sender ikke længere til ${host}`,
    gone: (host) => `Modtageren ${host} svarede, at ingen lytter der mere (410). Dens webhook er slået fra.`,
    'given-up': (host) => `Modtageren ${host} har ikke taget imod noget i 75 timer. Dens webhook er slået fra.`,
    nothingLost: 'Intet er tabt: når den slås til igen, sendes alt siden da i rækkefølge.',
  },
};

/** Tells that a webhook was switched off, in its reader's language. */
export function webhookLetter(id: string, webhook: WebhookOffNotice, to: Correspondent, sender: Sender, date: Date): Letter {
  const said = words[to.language];
  const host = cleanLine(webhook.host);
  const subject = said.subject(host);
  const lines = [said[webhook.because](host), said.nothingLost];
  const which = `${sender.publicUrl} · ${webhook.webhookId}`;
  return plainLetter({
    id,
    from: 'Visavis',
    to,
    subject,
    text: `${[...lines, which].join('\n\n')}\n`,
    html: sheet({ subject, blocks: [heading(subject), ...lines.map(paragraph)], footer: which }, to.language),
  }, sender, date);
}
