import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What another program made of one calendar text; instants as epoch seconds. */
export interface Reading {
  readonly complaints: readonly string[];
  readonly method: string | null;
  readonly uid: string;
  readonly start: number;
  readonly end: number;
}

/** A Python with the modules, of those on this machine; null when there is none. */
function pythonWith(imports: string): string | null {
  return ['python3', '/usr/bin/python3'].find((program) => spawnSync(program, ['-c', imports]).status === 0) ?? null;
}

export const libicalImports = "import gi; gi.require_version('ICalGLib', '3.0'); from gi.repository import ICalGLib";
export const libicalPython = pythonWith(libicalImports);
export const vobjectPython = pythonWith('import vobject');

export const readersHere = {
  libical: libicalPython !== null,
  vobject: vobjectPython !== null,
  calcurse: spawnSync('calcurse', ['--version']).status === 0,
  khal: spawnSync('khal', ['--version']).status === 0,
};

/** libical, by which Evolution, GNOME and KDE's old readers read: its own check of the method's rules (RFC 5546), and X-LIC-ERROR. */
export function readWithLibical(files: readonly string[]): Reading[] {
  return python(libicalPython, `${libicalImports}
import json, sys
def seconds(t): return t.as_timet_with_zone(ICalGLib.Timezone.get_utc_timezone())
def read(text):
    top = ICalGLib.Component.new_from_string(text)
    top.check_restrictions()
    event = top.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    complaints = []
    for part in [top, event]:
        p = part.get_first_property(ICalGLib.PropertyKind.XLICERROR_PROPERTY)
        while p:
            complaints.append(p.get_value_as_string())
            p = part.get_next_property(ICalGLib.PropertyKind.XLICERROR_PROPERTY)
    if part.count_errors(): complaints.append('%d errors' % part.count_errors())
    m = top.get_first_property(ICalGLib.PropertyKind.METHOD_PROPERTY)
    return dict(complaints=complaints, method=m and m.get_value_as_string(), uid=event.get_uid(), start=seconds(event.get_dtstart()), end=seconds(event.get_dtend()))
print(json.dumps([read(text) for text in json.load(sys.stdin)]))`, files);
}

export function readWithVobject(files: readonly string[]): Reading[] {
  return python(vobjectPython, `import json, sys, vobject
def read(text):
    complaints = []
    top = vobject.readOne(text)
    try: top.validate(raiseException=True)
    except Exception as e: complaints.append(str(e))
    event = top.vevent
    method = top.method.value if hasattr(top, 'method') else None
    return dict(complaints=complaints, method=method, uid=event.uid.value, start=int(event.dtstart.value.timestamp()), end=int(event.dtend.value.timestamp()))
print(json.dumps([read(text) for text in json.load(sys.stdin)]))`, files);
}

function python(program: string | null, script: string, files: readonly string[]): Reading[] {
  const { status, stdout, stderr } = spawnSync(program ?? 'python3', ['-c', script], { input: JSON.stringify(files), encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Reading[];
}

/** How many events calcurse took from the file, and what it said of those it did not. Its exit status tells nothing. */
export function importWithCalcurse(file: string): string {
  return inFolder((folder) => {
    writeFileSync(join(folder, 'event.ics'), file);
    const { stdout } = spawnSync('calcurse', ['-D', folder, '-C', folder, '-i', join(folder, 'event.ics')], { encoding: 'utf8' });
    return stdout.trim();
  });
}

/** The start and end of every event, in UTC, as khal lists them after it imported the files; sorted. */
export function listWithKhal(files: readonly string[], from: string, days: number): string[] {
  return inFolder((folder) => {
    mkdirSync(join(folder, 'calendar'));
    const config = join(folder, 'khal.conf');
    writeFileSync(config, `[calendars]\n[[one]]\npath = ${join(folder, 'calendar')}\n[sqlite]\npath = ${join(folder, 'khal.db')}\n[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n`);
    const names = files.map((file, index) => {
      const name = join(folder, `${index}.ics`);
      writeFileSync(name, file);
      return name;
    });
    const environment = { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };
    const imported = spawnSync('khal', ['-c', config, 'import', '--batch', ...names], { encoding: 'utf8', env: environment });
    if (imported.status !== 0) throw new Error(imported.stderr);
    const { stdout } = spawnSync('khal', ['-c', config, 'list', '--once', '--format', '{start-long}/{end-long}', '--day-format', '', from, `${days}d`], { encoding: 'utf8', env: environment });
    return stdout.split('\n').filter(Boolean).toSorted();
  });
}

function inFolder<Value>(work: (folder: string) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-readers-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
