import '../../styles/you.css';
import { Heading } from '../../components/heading.tsx';
import { accountWords, words, youWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { Colleagues } from './colleagues.tsx';
import { ClusterFeed, FacilitatorFeed } from './feed.tsx';
import { Habits } from './habits.tsx';

/** What a person settles for themselves: language, clock, calendar, and who else acts for the cluster. */
export function YouPage() {
  const { name, role, clusterId, facilitatorId } = useViewer();
  return (
    <>
      <Heading title={youWords().heading} />
      <p class="lead">{name} {words().joinList} {accountWords().role[role]}</p>
      <div class="you">
        {role !== 'owner' && <Habits />}
        {role === 'representative' && clusterId && <ClusterFeed clusterId={clusterId} />}
        {role === 'facilitator' && facilitatorId && <FacilitatorFeed facilitatorId={facilitatorId} />}
        {role === 'representative' && clusterId && <Colleagues clusterId={clusterId} />}
      </div>
    </>
  );
}
