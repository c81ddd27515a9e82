/** What is said to somebody who has not signed in. */
export const door = {
  signIn: {
    heading: 'Sign in',
    lead: 'We mail you a link. There is no password.',
    email: 'Your mail address',
    send: 'Send me a link',
    sentHeading: 'Look in your mail',
    sent: (email: string) => `If we know ${email}, a link is on its way. It may take a minute.`,
    code: 'If you open the link in another browser or on another device, it asks for this code:',
    again: 'Use another address',
    mailbox: 'This installation keeps its mail in its own mailbox:',
    mailboxLink: 'open the mailbox',
    picture: 'One hour, seen from three cities',
    privacy: 'What we know about you',
    badEmail: 'Write one mail address, such as name@example.org.',
  },
};

export type Door = typeof door;
