import '../../styles/outlook.css';
import { useCatalogue } from '../../api/catalogue.ts';
import { getForesight, setWorked } from '../../api/foresight.ts';
import { refresh, useReading } from '../../api/resource.ts';
import { both } from '../../api/sessions.ts';
import { problemWords } from '../../components/error-note.tsx';
import { Heading } from '../../components/heading.tsx';
import { Loaded } from '../../components/page.tsx';
import { Rooms } from '../../components/rooms.tsx';
import { outlookWords, roomsWords } from '../../locales/index.ts';
import { useViewer } from '../../state/me.ts';
import { toast } from '../../state/toasts.ts';
import { ForesightView } from './foresight-view.tsx';

/** What is coming for the programme as it is now. */
export function OutlookPage() {
  const { programmeId } = useViewer();
  const foresight = useReading(`foresight/${programmeId}`, () => getForesight(programmeId));
  const work = async (key: string, worked: boolean) => {
    const answer = await setWorked(programmeId, key, worked);
    if (!answer.ok) toast(problemWords(answer.problem));
    await refresh('foresight');
  };
  return (
    <>
      <Heading title={roomsWords().outlook} />
      <Rooms of="plan" />
      <p class="lead">{outlookWords().lead}</p>
      <Loaded of={both(useCatalogue(programmeId), foresight)} heights={[160, 90, 260, 90]}>
        {([catalogue, read]) => <ForesightView foresight={read} cast={catalogue} onWork={(key, worked) => void work(key, worked)} />}
      </Loaded>
    </>
  );
}
