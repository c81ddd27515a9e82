import { createRequire } from 'node:module';
import type { Language } from '../domain/invitation.ts';
import { hoursByCluster, hoursByFacilitator, hoursOfAll, type Hours, type Report, type ReportedSession } from '../domain/report.ts';
import { drawTable, type Column } from './pdf-table.ts';
import { reportWords, type ReportWords } from './words.ts';

const fonts = createRequire(import.meta.url);
const REGULAR = fonts.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
const BOLD = fonts.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf');
const MARGIN = 42;

/** What a funder files: totals, hours by cluster and facilitator, and every session with who came. A4, letters of all of Europe. */
export async function evidencePdf(report: Report, city: string, language: Language): Promise<Buffer> {
  const said = reportWords[language];
  // Several megabytes that most processes never need: read when somebody first asks.
  const { default: Pdf } = await import('pdfkit');
  const document = new Pdf({
    size: 'A4', layout: 'landscape', margin: MARGIN, bufferPages: true, lang: said.locale, font: REGULAR,
    info: { Title: `${said.evidence}: ${report.programme.name}`, CreationDate: new Date(report.at) },
  });
  document.registerFont('regular', REGULAR).registerFont('bold', BOLD).font('regular');
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => { document.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve).on('error', reject); });
  drawHead(document, report, city, said);
  await drawHours(document, report, said);
  await drawSessions(document, report, said);
  numberPages(document, report, said);
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

function drawHead(document: PDFKit.PDFDocument, report: Report, city: string, said: ReportWords): void {
  const { programme } = report;
  const all = hoursOfAll(report);
  const counted = report.sessions.length - all.sessions.waived;
  const days = new Intl.DateTimeFormat(said.locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  document.font('bold').fontSize(20).text(clean(programme.name));
  document.font('regular').fontSize(13).fillColor('#495b67').text(said.evidence);
  document.moveDown(0.5).fontSize(10).fillColor('#132633')
    .text(`${said.period}: ${days.formatRange(Date.parse(programme.startsOn), Date.parse(programme.endsOn))}. ${said.timesIn(city)}. ${said.asOf(dateTime(report.at, programme.timeZone, said))}.`);
  document.moveDown(0.6).font('bold').fontSize(13).text(said.held(all.sessions.done, counted, hours(all.heldMinutes, said)));
}

async function drawHours(document: PDFKit.PDFDocument, report: Report, said: ReportWords): Promise<void> {
  const { columns: c, states } = said;
  const columns = (who: string): Column<Hours>[] => [
    { head: who, width: 250, text: ({ name }) => clean(name) },
    { head: states.done, width: 70, text: ({ sessions }) => String(sessions.done) },
    { head: c.heldHours, width: 95, text: ({ heldMinutes }) => hours(heldMinutes, said) },
    { head: states.booked, width: 80, text: ({ sessions }) => String(sessions.booked) },
    { head: states.missed, width: 80, text: ({ sessions }) => String(sessions.missed) },
  ];
  // Only a cluster has sessions that nobody gives yet.
  const unbooked: Column<Hours>[] = [
    { head: states.open, width: 90, text: ({ sessions }) => String(sessions.open) },
    { head: states.waived, width: 90, text: ({ sessions }) => String(sessions.waived) },
  ];
  await drawTable(document, said.byCluster, [...columns(c.cluster), ...unbooked], [...hoursByCluster(report), { ...hoursOfAll(report), name: said.total }]);
  await drawTable(document, said.byFacilitator, columns(c.facilitator), hoursByFacilitator(report));
}

async function drawSessions(document: PDFKit.PDFDocument, report: Report, said: ReportWords): Promise<void> {
  const { columns: c } = said;
  const zone = report.programme.timeZone;
  const columns: Column<ReportedSession>[] = [
    { head: c.cluster, width: 110, text: ({ cluster }) => clean(cluster.name) },
    { head: c.topic, width: 135, text: ({ topic }) => clean(topic) },
    { head: c.state, width: 70, text: ({ state }) => said.states[state] },
    { head: `${c.date}, ${c.time}`, width: 105, text: ({ booking }) => (booking ? dateTime(booking.span.start, zone, said) : '') },
    { head: c.minutes, width: 50, text: ({ booking, minutes }) => (booking ? String(minutes) : '') },
    { head: c.facilitator, width: 100, text: ({ booking }) => clean(booking?.facilitator.name ?? '') },
    { head: c.came, width: 125, text: (session) => clean(cameTo(session, said)) },
    { head: c.invitations, width: 60, text: ({ booking }) => (booking ? `${booking.delivered}/${booking.invited}` : '') },
  ];
  await drawTable(document, said.sessions, columns, report.sessions);
}

function cameTo({ booking, state, waivedBecause }: ReportedSession, said: ReportWords): string {
  if (state === 'waived') return waivedBecause ?? '';
  if (!booking || state === 'booked') return '';
  const recorded = booking.people.filter(({ attended }) => attended !== null);
  return recorded.length === 0 ? said.notRecorded : recorded.filter(({ attended }) => attended).map(({ name }) => name).join('; ');
}

function numberPages(document: PDFKit.PDFDocument, report: Report, said: ReportWords): void {
  const { count } = document.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    document.switchToPage(index);
    // Below the margin, or the text would begin a page of its own.
    document.page.margins.bottom = 0;
    document.font('regular').fontSize(8).fillColor('#495b67')
      .text(`${clean(report.programme.name)} · ${said.page(index + 1, count)}`, MARGIN, document.page.height - 28, { width: document.page.width - 2 * MARGIN, align: 'center', lineBreak: false });
  }
}

function hours(minutes: number, { locale }: ReportWords): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(minutes / 60);
}

function dateTime(instant: number, timeZone: string, { locale }: ReportWords): string {
  return new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
}

/** Line ends and control characters have no place in a cell. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex -- taking them out is the point
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
