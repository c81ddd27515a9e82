import type { Staff } from '../../../../shared/api/staff.ts';
import type { Catalogue } from '../../api/catalogue.ts';
import type { KnownCluster, KnownFacilitator } from '../../api/endpoints.ts';
import { listWords } from '../../format/time.ts';
import { city, officeWords, words } from '../../locales/index.ts';

interface Acts {
  onChange?: () => void;
  onRemove: () => void;
  /** Shows what is kept about one person. */
  onData: (id: string, name: string) => void;
}

export function ClusterCard({ cluster, programme, onData, ...acts }: { cluster: KnownCluster; programme: string } & Acts) {
  const copy = officeWords().people;
  const hours = cluster.workingHours ? copy.hours(cluster.workingHours.from, cluster.workingHours.to) : copy.usualHours;
  const people = cluster.representatives ?? [];
  return (
    <li class="party">
      <PartyHead name={cluster.name} small={`${city(cluster.timeZone)}${words().joinList}${hours}`} {...acts} />
      {people.length === 0 && <p class="field-error">{copy.nobodyActs}</p>}
      <ul class="people">{people.map((person) => <PersonLine key={person.id} {...person} programme={programme} onData={onData} />)}</ul>
    </li>
  );
}

export function FacilitatorCard({ facilitator, catalogue, onData, ...acts }: { facilitator: KnownFacilitator; catalogue: Catalogue } & Acts) {
  const copy = officeWords().people;
  const topics = facilitator.topicIds.map((id) => catalogue.topics.get(id)?.name ?? '');
  const hours = facilitator.workingHours ? copy.hours(facilitator.workingHours.from, facilitator.workingHours.to) : copy.anyTime;
  return (
    <li class="party">
      <PartyHead name={facilitator.name} small={`${city(facilitator.timeZone)}${words().joinList}${hours}`} {...acts} />
      {topics.length > 0 ? <p class="small quiet">{copy.teaches(listWords(topics))}</p> : <p class="field-error">{copy.noTopics}</p>}
      <ul class="people"><PersonLine id={facilitator.id} onData={onData} name="" email={facilitator.email ?? ''} language={facilitator.language} programme={catalogue.programme.name} who={facilitator.name} /></ul>
    </li>
  );
}

export function StaffLine({ person, programme, onData, onRemove }: { person: Staff; programme: string } & Omit<Acts, 'onChange'>) {
  return (
    <li class="party">
      <PartyHead name={person.name} small={city(person.timeZone)} onRemove={onRemove} />
      <ul class="people"><PersonLine id={person.id} onData={onData} name="" email={person.email} language={person.language} programme={programme} who={person.name} /></ul>
    </li>
  );
}

function PartyHead({ name, small, onChange, onRemove }: { name: string; small: string } & Omit<Acts, 'onData'>) {
  const copy = officeWords().people;
  return (
    <div class="party-head">
      <h3>{name} <small class="quiet">{small}</small></h3>
      <span class="party-acts">
        {onChange && <button type="button" class="button button-small" aria-label={copy.changeWho(name)} onClick={onChange}>{copy.change}</button>}
        <button type="button" class="button button-small button-quiet" aria-label={`${copy.remove}: ${name}`} onClick={onRemove}>{copy.remove}</button>
      </span>
    </div>
  );
}

/** A person with their address, and a letter ready to be sent that says how to sign in: nobody else can ask for their link. */
function PersonLine({ id, name, email, language, programme, onData, who = name }: { id: string; name: string; email: string; language: Staff['language']; programme: string; who?: string; onData: Acts['onData'] }) {
  const copy = officeWords().people;
  const letter = `mailto:${encodeURIComponent(email)}?subject=${encodeURIComponent(copy.mailSubject(programme))}&body=${encodeURIComponent(copy.mailBody(who, location.origin, email))}`;
  return (
    <li class="person">
      <span>{name && <>{name} </>}<span class="quiet person-mail">{email}</span></span>
      <span class="small quiet">{copy.languages[language]}</span>
      <span class="person-acts small"><a href={letter} aria-label={copy.writeWho(who)}>{copy.write}</a><button type="button" class="link" aria-label={copy.dataWho(who)} onClick={() => onData(id, who)}>{copy.data}</button></span>
    </li>
  );
}
