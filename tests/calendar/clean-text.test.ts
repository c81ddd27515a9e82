import { cleanLine, cleanName, cleanText, cleanUrl } from '../../server/calendar/clean-text.ts';

describe('text for calendars and mails', () => {
  it.each([
    ['one kind of line end', 'a\r\nb\rc\u2028d\u2029e\nf', 'a\nb\nc\nd\ne\nf'],
    ['no control characters but tab', 'a\u0000b\u0007c\td\u001be\u007ff\u0085g', 'abc\tdefg'],
    ['no half surrogates, whole ones stay', 'a\ud83db\udc4bc👋', 'abc👋'],
    ['composed letters', 'Zo\u0301\u0142w', 'Zółw'],
    ['no byte order mark', '\ufeffa', 'a'],
    ['right to left as it is', 'שלום', 'שלום'],
  ])('has %s', (_name, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('is one line where it becomes part of a header', () => {
    expect(cleanLine(' Ada\r\nBcc: all@example.org\n\t x ')).toBe('Ada Bcc: all@example.org x');
  });

  it.each([
    ['quotes as apostrophes', 'Ada "the Countess" Lovelace', "Ada 'the Countess' Lovelace"],
    ['slashes for backslashes', 'a\\nb', 'a/nb'],
    ['no caret', 'a^b', 'a b'],
    ['something where nothing is left', '\u0000', '?'],
    ['semicolons and colons as they are', 'Ada; x:y, z', 'Ada; x:y, z'],
  ])('has names with %s', (_name, text, expected) => {
    expect(cleanName(text)).toBe(expected);
  });

  it('encodes in addresses what a calendar would escape', () => {
    expect(cleanUrl('https://meet.example/a,b;c\\d?q="1"&r=2#x\r\nBEGIN:VEVENT')).toBe('https://meet.example/a%2Cb%3Bc%5Cd?q=%221%22&r=2#x%20BEGIN:VEVENT');
  });
});
