import { getCluster } from '../../api/you.ts';
import { useReading } from '../../api/resource.ts';
import { listWords } from '../../format/time.ts';
import { bookingWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';

/** Who of the cluster will have it in their calendar, by name; whoever else should come is added to the cluster. The hold and what is written stay. */
export function Invited({ clusterId }: { clusterId: string }) {
  const copy = bookingWords().book;
  const { role } = useViewer();
  const { value: cluster } = useReading(`programme/cluster/${clusterId}`, () => getCluster(clusterId));
  if (role === 'observer') return null;
  return (
    <div class="invited">
      <p><b>{copy.invited}</b></p>
      <p>{cluster ? listWords(cluster.representatives.map(({ name }) => name)) : '\u00a0'} {role === 'representative' && <a href="/you">{copy.addColleague}</a>}</p>
    </div>
  );
}
