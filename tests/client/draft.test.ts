import { draftOf, dropDraft, keepDraft, needsText } from '../../client/src/state/draft.ts';

describe('a draft of what somebody needs', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    Object.assign(globalThis, {
      sessionStorage: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) },
    });
  });

  it('is kept per session until it is dropped', () => {
    keepDraft('ses_1', { aims: 'Map our members', plans: ['Captions'] });
    expect([draftOf('ses_1'), draftOf('ses_2')]).toEqual([{ aims: 'Map our members', plans: ['Captions'] }, { aims: '', plans: [] }]);
    dropDraft('ses_1');
    expect(draftOf('ses_1')).toEqual({ aims: '', plans: [] });
  });

  it('is empty where the storage holds something else', () => {
    kept.set('visavis.draft.ses_1', '{"aims": 3');
    kept.set('visavis.draft.ses_2', '{"aims": 3}');
    expect([draftOf('ses_1'), draftOf('ses_2')]).toEqual([{ aims: '', plans: [] }, { aims: '', plans: [] }]);
  });

  it('becomes one text, as facilitators read it', () => {
    expect(needsText({ aims: ' Map our members \n', plans: ['Captions', 'Low bandwidth'] }, 'Please plan for:')).toBe('Map our members\n\nPlease plan for: Captions, Low bandwidth');
    expect(needsText({ aims: 'Only this', plans: [] }, 'Please plan for:')).toBe('Only this');
  });
});
