import type { Rules } from '../en/rules.ts';
import { pluralOf } from '../plural.ts';

const many = pluralOf('da');

export const rules: Rules = {
  lead: 'Hvad programmet er, og hvordan der bookes.', facts: 'Navn og datoer', booking: 'Hvordan sessioner bookes', change: 'Ændr', changeWhat: (what) => `Ændr: ${what}`,
  session: 'En sessions længde', step: 'Sessioner begynder hvert', notice: 'Bookes mindst så længe før', hold: 'En valgt tid holdes i', bufferBefore: 'Fri før en session', bufferAfter: 'Fri efter en session',
  perFacilitator: 'En facilitators sessioner på en dag, højst', perCluster: 'En klynges sessioner på en dag, højst', noLimit: 'så mange, der er plads til', minutes: 'minutter',
  meeting: 'Hvor sessionerne mødes', meetingHint: 'Et link, der begynder med https://; {room} bliver til et navn for hver session. Tom: der oprettes et rum til hver.',
  parts: 'Uger og emner',
  givers: 'Hvem giver det',
  givenBy: (who) => `Gives af ${who}`,
  givenByNobody: 'Ingen giver det endnu',
  weekHint: 'Bookede sessioner bliver, som de er, uanset ugens datoer.',
  topicHint: 'I en virtuel uge får hver klynge en session af det. Navnet ændres i alles kalender.',
  retention: 'Hvor længe personer huskes', retentionHint: 'Så mange dage efter den sidste dag slettes navne, adresser og ord; sessioner, timer og datoer bliver.',
  keepFor: (days) => many(days, { one: '# dag efter den sidste dag', other: '# dage efter den sidste dag' }), keepOn: 'Indtil nogen beder om det', forgotten: (when) => `Personer blev glemt ${when}.`, retentionSaved: 'Gemt.', number: 'Skriv et helt tal.',
  timetables: {
    heading: 'Hvad planer holder sig til',
    facilitators: 'En klynges facilitatorer',
    any: 'hvem der passer',
    same: 'én til alle dens sessioner',
    each: 'hver mindst én gang, hvor det kan lade sig gøre',
    confirm: 'Et offentliggjort tidspunkt',
    confirmNo: 'bookes straks',
    confirmWithin: (hours) => `holdes, så klyngen kan bekræfte det inden for ${hours} timer`,
    orders: 'Emnernes rækkefølge',
    ordersNone: 'En uges emner må komme i enhver rækkefølge.',
    orderLine: (before, after) => `${before}, så ${after}`,
    gapLine: (time) => `mindst ${time} imellem`,
    first: 'Først',
    second: 'Så',
    gap: 'Mindst imellem',
    gapNone: 'intet',
    add: 'Tilføj rækkefølgen',
    remove: 'Fjern',
    removeWho: (what) => `Fjern: ${what}`,
    saved: 'Gemt. Planer, der laves fra nu af, holder sig til det.',
    weightsHint: 'Uden vægte bringes hver af dem så langt ned som muligt, før den næste ses på. Med vægte lægges de sammen: det, der har 10, tæller ti gange det, der har 1, og det, der har 0, slet ikke.',
    weigh: 'Læg dem sammen efter vægt',
  },
};
