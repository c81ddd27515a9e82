import { z } from 'zod';
import { Language } from '../../../shared/api/primitives.ts';
import { ProgrammeDocument } from '../../../shared/api/programmes.ts';
import { accept, type Result } from '../../domain/result.ts';
import type { Report } from '../../domain/report.ts';
import { csvOf } from '../../export/csv.ts';
import { evidencePdf } from '../../export/evidence-pdf.ts';
import { tableNames, tableOf } from '../../export/tables.ts';
import { xlsxOf } from '../../export/xlsx.ts';
import { cityOf } from '../../mail/cities.ts';
import type { Call } from '../../usecases/call.ts';
import { documentOfProgramme, reportOfProgramme } from '../../usecases/programme/export-programme.ts';
import { file, type Endpoint, type FileAnswer } from '../endpoint.ts';
import type { Services } from '../services.ts';

const InLanguage = z.strictObject({ language: Language.optional() });
const TableOf = InLanguage.extend({ table: z.enum(tableNames).optional() });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Files for funders and for other programs; coordinators only, since they name people. */
export const exportFiles: Endpoint[] = [
  file({ path: '/programmes/:id/export.csv', summary: 'Sessions, attendance, hours or roster as CSV (UTF-8)', query: TableOf, type: 'text/csv; charset=utf-8' },
    (services, call, { params, query }) => ofReport(services, call, params.id!, (report) => csvOf(tableOf(report, query.table ?? 'sessions', query.language ?? 'en')))),
  file({ path: '/programmes/:id/export.xlsx', summary: 'Sessions, attendance, hours and roster as the sheets of one workbook', query: InLanguage, type: XLSX },
    (services, call, { params, query }) => ofReport(services, call, params.id!, (report) => xlsxOf(tableNames.map((name) => tableOf(report, name, query.language ?? 'en'))))),
  file({ path: '/programmes/:id/evidence.pdf', summary: 'Evidence for the funder: hours, sessions and who came', query: InLanguage, type: 'application/pdf' },
    (services, call, { params, query: { language = 'en' } }) => ofReport(services, call, params.id!, (report) => evidencePdf(report, cityOf(report.programme.timeZone, language), language))),
  file({ path: '/programmes/:id/export.json', summary: 'The programme as `POST /programmes` takes it', type: 'application/json; charset=utf-8' },
    async ({ db }, call, { params }) => {
      const document = await documentOfProgramme(db, call, params.id!);
      return document.ok ? accept({ name: nameOfFile(document.value.programme.name), content: `${JSON.stringify(document.value satisfies ProgrammeDocument, null, 2)}\n` }) : document;
    }),
];

async function ofReport({ db }: Services, call: Call, programmeId: string, write: (report: Report) => string | Buffer | Promise<Buffer>): Promise<Result<FileAnswer>> {
  const report = await reportOfProgramme(db, call, programmeId);
  return report.ok ? accept({ name: nameOfFile(report.value.programme.name), content: await write(report.value) }) : report;
}

/** Letters, digits and dashes: what every file system takes. */
function nameOfFile(name: string): string {
  return name.normalize('NFKD').replace(/\p{Mark}/gu, '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80) || 'programme';
}
