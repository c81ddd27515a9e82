/** Rows of a CSV file (RFC 4180), whichever of comma, semicolon and tab the program that wrote it puts between fields. */
export function rowsOfCsv(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '');
  const delimiter = delimiterOf(source);
  const rows: string[][] = [[]];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at]!;
    if (isQuoted) {
      if (letter !== '"') field += letter;
      else if (source[at + 1] === '"') { field += '"'; at += 1; } else isQuoted = false;
    } else if (letter === '"' && field === '') isQuoted = true;
    else if (letter === delimiter || letter === '\n' || letter === '\r') {
      rows.at(-1)!.push(field);
      field = '';
      if (letter === '\r' && source[at + 1] === '\n') at += 1;
      if (letter !== delimiter) rows.push([]);
    } else field += letter;
  }
  rows.at(-1)!.push(field);
  // The line that ends the file begins none.
  return rows.at(-1)!.length === 1 && field === '' ? rows.slice(0, -1) : rows;
}

/** The one that the first line has most of; a field in quotes may have the others in it. */
function delimiterOf(source: string): string {
  const [line = ''] = source.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1);
  return [',', ';', '\t'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0]!;
}
