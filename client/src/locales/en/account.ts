/** What is said about one's account. */
export const account = {
  role: { owner: 'Owner', coordinator: 'Coordinator', facilitator: 'Facilitator', representative: 'Representative', observer: 'Observer' },
  signOut: 'Sign out',
  settings: 'Your settings',
  devices: {
    heading: 'Your devices',
    lead: 'Where you are signed in. What you do not know, sign out.',
    thisOne: 'this one',
    seen: (time: string) => `last used ${time}`,
    since: (day: string) => `signed in on ${day}`,
    unknown: 'An unknown device',
    signOut: 'Sign out',
    signOutLabel: (device: string) => `Sign out ${device}`,
    everywhere: 'Sign out everywhere',
    everywhereHint: 'Here too. You will need a new link.',
    out: 'Signed out.',
  },
  /** To whoever signed in too long ago for what they want to do. */
  again: {
    why: 'For this we ask you to sign in once more: you last did more than eight hours ago.',
    send: 'Mail me a link',
    sent: 'A link is on its way to your address. Open it in this browser, then come back here and press once more. What you wrote is still here.',
    mailbox: { text: 'This installation keeps its mail in its own mailbox:', link: 'open the mailbox' },
  },
};

export type Account = typeof account;
