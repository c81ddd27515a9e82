import * as base64 from 'nodemailer/lib/base64';
import type MimeNode from 'nodemailer/lib/mime-node';
import * as qp from 'nodemailer/lib/qp';

/** A part as the composer leaves it: what its types do not tell, and its own stream reads. */
interface Part extends MimeNode {
  readonly boundary: string | false;
  readonly multipart: string | false;
  readonly content?: string | Buffer;
  readonly childNodes: Part[];
}

/**
 * The whole message, as the composer's own streams write it with `newline: 'windows'`, at a third of their cost: nodemailer still
 * makes headers, boundaries and encodings; only its streams, one or two for each part, are left out. Lines are softly broken
 * elsewhere (RFC 2045 §6.7): these breaks spare links.
 */
export function assemble(message: MimeNode): string {
  return textOf(message as Part);
}

function textOf(part: Part): string {
  const encoding = part.getTransferEncoding();
  return `${part.buildHeaders()}\r\n\r\n${part.content === undefined ? '' : encoded(part.content, encoding)}${part.multipart ? partsOf(part) : ''}`;
}

/** RFC 2046 §5.1.1: the line end before a boundary belongs to the boundary. */
function partsOf({ boundary, childNodes }: Part): string {
  return `${childNodes.map((child) => `--${boundary}\r\n${textOf(child)}`).join('\r\n')}\r\n--${boundary}--\r\n`;
}

function encoded(content: string | Buffer, encoding: string | false): string {
  if (encoding === 'base64') return base64.wrap(base64.encode(content)) as string;
  const text = content.toString().replace(/\r?\n/g, '\r\n');
  return encoding === 'quoted-printable' ? qp.wrap(qp.encode(text)) : text;
}
