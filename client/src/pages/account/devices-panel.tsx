import type { Device } from '../../../../shared/api/me.ts';
import { getDevices, signOutDevice, signOutEverywhere } from '../../api/account.ts';
import { readAgain, useReading } from '../../api/resource.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Loaded } from '../../components/page.tsx';
import { serverNow } from '../../format/clock.ts';
import { dateAt, dayShort, fromNow } from '../../format/time.ts';
import { accountWords } from '../../locales/index.ts';
import { announce } from '../../state/announcer.ts';
import { useViewer } from '../../state/me.ts';

const KEY = 'devices';

/** Where somebody is signed in; what they do not know, they sign out. */
export function DevicesPanel({ onClose }: { onClose: () => void }) {
  const copy = accountWords().devices;
  const reading = useReading(KEY, getDevices);
  return (
    <Dialog heading={copy.heading} onClose={onClose}>
      <div class="stack">
        <p>{copy.lead}</p>
        <Loaded of={reading} heights={[60]}>
          {(devices) => <ul class="stack">{devices.map((device) => <DeviceItem key={device.id} device={device} />)}</ul>}
        </Loaded>
        <p class="small quiet">{copy.everywhereHint}</p>
        <p><button type="button" class="button" onClick={() => void leaveEverywhere()}>{copy.everywhere}</button></p>
      </div>
    </Dialog>
  );
}

function DeviceItem({ device: { device, id, isThis, seenAt, signedInAt } }: { device: Device }) {
  const copy = accountWords().devices;
  const { timeZone } = useViewer();
  const name = device === '?' ? copy.unknown : device;
  return (
    <li class="split">
      <span><b>{name}</b>{isThis && <> ({copy.thisOne})</>}<span class="second small quiet">{copy.seen(fromNow(Date.parse(seenAt), serverNow()))} · {copy.since(dayShort(dateAt(Date.parse(signedInAt), timeZone)))}</span></span>
      {!isThis && <button type="button" class="button" aria-label={copy.signOutLabel(name)} onClick={() => void leave(id)}>{copy.signOut}</button>}
    </li>
  );
}

async function leave(id: string): Promise<void> {
  await signOutDevice(id);
  announce(accountWords().devices.out);
  await readAgain(KEY);
}

async function leaveEverywhere(): Promise<void> {
  await signOutEverywhere();
  location.assign('/');
}
