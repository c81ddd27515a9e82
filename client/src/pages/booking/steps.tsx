import { bookingWords } from '../../locales/index.ts';

/** Where one is among the three steps. */
export function Steps({ at }: { at: number }) {
  const { book } = bookingWords();
  return (
    <ol class="steps" aria-label={book.stepsLabel}>
      {book.steps.map((step, index) => (
        <li key={step} class={index < at ? 'step step-past' : 'step'} aria-current={index === at ? 'step' : undefined}>
          <span class="step-number">{index + 1}</span>{step}
        </li>
      ))}
    </ol>
  );
}
