/** What is said about one's account. */
export const account = {
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
};

export type Account = typeof account;
