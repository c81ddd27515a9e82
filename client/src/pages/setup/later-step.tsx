import type { StepProps } from './basics.tsx';
import { Clusters } from './clusters.tsx';
import { Facilitators } from './facilitators.tsx';
import { Topics } from './topics.tsx';
import { Weeks } from './weeks.tsx';

/** The steps between the first and the last. */
export function LaterStep({ step, ...props }: StepProps & { step: 'weeks' | 'topics' | 'clusters' | 'facilitators' }) {
  switch (step) {
    case 'weeks': return <Weeks {...props} />;
    case 'topics': return <Topics {...props} />;
    case 'clusters': return <Clusters {...props} />;
    case 'facilitators': return <Facilitators {...props} />;
  }
}
