/** What the installers are told, as far as it can be seen without the tools that write them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Arch, build, type Configuration, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import configuration, { ROOT } from '../../../build/electron-builder.config';
import { lock } from '../../../build/hooks';
import { sumsOf, withStandIn } from '../../../build/pack';
import { standIn } from '../../../build/stand-in';
import { desktopEntry, WORDS } from '../../../build/words';
import { BACKUP_FILE, NOTES_FILE } from '../../../src/shared/files-read';
import { toLatin } from '../../../src/core/text/script';
import { fusedProgram, quietly, removeAll, temporary } from './packed';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
/** As the program writes and reads them. */
const TYPES = [
  { mime: 'application/vnd.paralel.annotations+json', extension: NOTES_FILE, words: 'notes' },
  { mime: 'application/vnd.paralel.backup+gzip', extension: BACKUP_FILE, words: 'backup' },
] as const;

/** electron-builder hands over what it would give to the tool, and does not run it. */
async function told(targets: string[]): Promise<unknown[]> {
  const electron = temporary();
  await standIn(electron, 'linux', fusedProgram());
  const asked: unknown[] = [];
  const config: Configuration = {
    ...withStandIn(configuration(), electron),
    directories: { buildResources: 'build', output: temporary() },
    afterPack: (context) => lock(context, false),
  };
  const metadata = { ...config.extraMetadata, homepage: 'https://example.org/' };
  await quietly(() =>
    build({
      projectDir: ROOT,
      publish: 'never',
      targets: Platform.LINUX.createTarget(targets, Arch.x64),
      config: { ...config, extraMetadata: metadata },
      effectiveOptionComputed: async (options: unknown) => {
        // What is in a temporary file is gone when this returns.
        asked.push(JSON.parse(JSON.stringify(options, (_, value: unknown) => contentOf(value) ?? value)));
        return true;
      },
    }),
  );
  return asked;
}

function contentOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[^=]+\.desktop$/.test(value) && existsSync(value)
    ? readFileSync(value, 'utf8')
    : undefined;
}

describe('the Linux packages', () => {
  let entries: Record<'deb' | 'AppImage', Map<string, string>>;
  let fpm: string[];
  const parse = (entry: string): Map<string, string> =>
    new Map(
      entry
        .split('\n')
        .flatMap((line) =>
          line.includes('=')
            ? [[line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const]
            : [],
        ),
    );
  beforeAll(async () => {
    const both = await told(['deb', 'AppImage']);
    const deb = both.find((one) => Array.isArray(one)) as [string[], string];
    const appImage = both.find((one) => !Array.isArray(one)) as { desktop: string };
    fpm = deb[0];
    entries = { deb: parse(deb[1]), AppImage: parse(appImage.desktop) };
  });
  afterAll(removeAll);

  it.each(['deb', 'AppImage'] as const)(
    'have an entry in the menu, in four languages and scripts (%s)',
    (kind) => {
      const entry = entries[kind];
      expect(entry.get('Name')).toBe('Paralel');
      expect(entry.get('Comment[sq]')).toBe(WORDS.sq.comment);
      expect(entry.get('Comment[sr]')).toBe(WORDS.sr.comment);
      expect(entry.get('Comment[sr@latin]')).toBe(WORDS['sr@latin'].comment);
      expect(entry.get('Comment')).toBe(WORDS.en.comment);
      expect(entry.get('Name[sq]')).toBe('Paralel');
      expect(entry.get('Name[sr]')).toBe('Paralel');
      expect(entry.get('Categories')).toBe('Education;Office;');
      expect(entry.get('MimeType')).toBe(
        `${TYPES.map(({ mime }) => mime).join(';')};x-scheme-handler/paralel;`,
      );
      expect(entry.get('Icon')).toBe('paralel-desktop');
      expect(entry.get('StartupWMClass')).toBe('paralel-desktop');
    },
  );

  it('start the program in its sandbox', () => {
    expect(entries.deb.get('Exec')).toBe('/opt/Paralel/paralel-desktop %U');
    expect(entries.AppImage.get('Exec')).toBe('AppRun %U');
    expect([...entries.deb.values(), ...entries.AppImage.values()].join()).not.toContain('no-sandbox');
  });

  it.each(TYPES)(
    'teach the system what an $extension file is, and how it looks',
    ({ mime, extension, words }) => {
      expect(fpm).toContainEqual(
        expect.stringMatching(
          /build\/linux\/paralel\.xml=\/usr\/share\/mime\/packages\/paralel-desktop\.xml$/,
        ),
      );
      const icons = fpm.filter((arg) => arg.endsWith(`/mimetypes/${mime.replace('/', '-')}.png`));
      expect(icons.length).toBe(4);
      const given = fpm
        .filter((arg) => arg.startsWith(ROOT) && arg.includes('='))
        .map((arg) => arg.split('=')[0] ?? '');
      for (const path of given) expect(readFileSync(path).length).toBeGreaterThan(0);
      const type = read('build/linux/paralel.xml');
      expect(type).toContain(`type="${mime}"`);
      expect(type).toContain(`pattern="*.${extension}"`);
      expect(type).not.toContain('"*.paralel"');
      for (const [lang, { [words]: file }] of Object.entries(WORDS))
        expect(type).toContain(lang === 'en' ? `<comment>${file}<` : `<comment xml:lang="${lang}">${file}<`);
    },
  );

  it('bring an icon in every size, and the licence where Debian looks for it', () => {
    const icons = fpm.filter((arg) => arg.includes('/apps/paralel-desktop.png'));
    expect(icons.length).toBe(10);
    expect(fpm).toContainEqual(expect.stringMatching(/LICENSE=\/usr\/share\/doc\/paralel\/copyright$/));
  });
});

describe('the sums of what is handed out', () => {
  afterAll(removeAll);

  it('can be checked with sha256sum', () => {
    const folder = temporary();
    for (const name of ['b.deb', 'a.AppImage']) writeFileSync(join(folder, name), 'abc');
    const sums = sumsOf([join(folder, 'b.deb'), join(folder, 'a.AppImage')]);
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(sums).toBe(`${abc}  a.AppImage\n${abc}  b.deb\n`);
  });
});

describe('the words for the system’s menus', () => {
  it('are in Latin what they are in Cyrillic', () => {
    const { generic, comment, keywords, notes, backup } = WORDS.sr;
    expect(WORDS['sr@latin']).toEqual({
      generic: toLatin(generic),
      comment: toLatin(comment),
      keywords: keywords.map((word) => toLatin(word)),
      notes: toLatin(notes),
      backup: toLatin(backup),
    });
  });

  it('keep one key to one line', () => {
    for (const value of Object.values(desktopEntry('Paralel'))) expect(value).not.toMatch(/[\n\\]/);
    for (const { keywords } of Object.values(WORDS)) expect(keywords.join()).not.toContain(';');
  });
});

describe('every package', () => {
  const config = configuration();

  it('goes nowhere by itself, and asks nowhere for a newer one', () => {
    expect(config.publish).toBeNull();
    expect(config.nsis).toMatchObject({ differentialPackage: false, packElevateHelper: false });
    expect(config.dmg).toMatchObject({ writeUpdateInfo: false });
    expect(JSON.parse(read('package.json'))).not.toHaveProperty('dependencies.electron-updater');
  });

  it('is packed from binaries as they were published, and from the Electron that npm named', () => {
    expect(config).toMatchObject({ npmRebuild: false, nodeGypRebuild: false, asar: { smartUnpack: false } });
    const { version } = JSON.parse(read('node_modules/electron/package.json')) as { version: string };
    expect(config.electronDownload).toHaveProperty(['checksums', `electron-v${version}-linux-x64.zip`]);
  });

  it('is made for three systems', () => {
    expect(config.linux?.target).toEqual(['AppImage', 'deb']);
    expect(config.win?.target).toEqual(['nsis', 'portable']);
    expect(config.mac?.target).toEqual([{ target: 'dmg', arch: ['universal'] }]);
  });

  it('has its icons where it says that they are', () => {
    for (const icon of [config.win?.icon, config.mac?.icon, 'icons/document.ico', 'icons/document.icns'])
      expect(existsSync(join(ROOT, 'build', String(icon)))).toBe(true);
    expect(config.win?.fileAssociations).toMatchObject(
      TYPES.map(({ extension }) => ({ ext: extension, icon: 'icons/document' })),
    );
    expect(config.mac?.fileAssociations).toMatchObject([{ icon: 'icons/document' }]);
  });

  it('keeps what a person wrote when it is removed', () => {
    expect(config.nsis?.deleteAppDataOnUninstall).toBe(false);
    expect(read('build/windows/installer.nsh')).not.toMatch(/RMDir|APPDATA/i);
  });

  it('takes the paralel: scheme on Windows, and gives back only its own', () => {
    const script = read('build/windows/installer.nsh');
    expect(config.nsis?.include).toBe('build/windows/installer.nsh');
    expect(script).toContain('"Software\\Classes\\paralel" "URL Protocol" ""');
    expect(script).toContain(`'"$appExe" -- "%1"'`);
    expect(script).toMatch(/\$\{If\} \$R0 == [\s\S]*DeleteRegKey[\s\S]*\$\{EndIf\}/);
  });

  it('has one exception from macOS’s hardened runtime', () => {
    expect(config.mac).toMatchObject({ hardenedRuntime: true, entitlements: 'build/mac/entitlements.plist' });
    const keys = [...read('build/mac/entitlements.plist').matchAll(/<key>([^<]+)<\/key>/g)].map(
      ([, key]) => key,
    );
    expect(keys).toEqual(['com.apple.security.cs.allow-jit']);
    expect(config.mac?.entitlementsInherit).toBe(config.mac?.entitlements);
  });
});
