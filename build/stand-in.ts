/**
 * A folder in the place of Electron's own, with the files that packing looks for and no program. With it the very
 * configuration that makes a release runs on a machine that has no Electron, up to the fuses.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Configuration } from 'electron-builder';

const HELPERS = ['', ' (GPU)', ' (Plugin)', ' (Renderer)'];

const plist = (name: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict>' +
  `<key>CFBundleExecutable</key><string>${name}</string>` +
  '<key>NSCameraUsageDescription</key><string>This app needs access to the camera</string>' +
  '</dict></plist>\n';

/** @param program what to put where Electron's program would be */
export async function standIn(folder: string, platform: string, program: string | Uint8Array): Promise<void> {
  const files = new Map<string, string | Uint8Array>([
    ['version', '0.0.0'],
    ['LICENSE', 'Electron’s licence stands here.\n'],
    ['LICENSES.chromium.html', 'Chromium’s licences stand here.\n'],
  ]);
  if (platform === 'darwin') {
    const contents = 'Electron.app/Contents';
    const framework = `${contents}/Frameworks/Electron Framework.framework`;
    files.set(`${contents}/Info.plist`, plist('Electron'));
    files.set(`${contents}/MacOS/Electron`, program);
    files.set(`${framework}/Electron Framework`, program);
    for (const lang of ['de', 'en', 'sr']) {
      files.set(`${contents}/Resources/${lang}.lproj/locale.pak`, '');
      files.set(`${framework}/Versions/A/Resources/${lang}.lproj/locale.pak`, '');
    }
    files.set(`${contents}/Resources/default_app.asar`, '');
    for (const helper of HELPERS.map((kind) => `Electron Helper${kind}`)) {
      files.set(`${contents}/Frameworks/${helper}.app/Contents/Info.plist`, plist(helper));
      files.set(`${contents}/Frameworks/${helper}.app/Contents/MacOS/${helper}`, program);
    }
  } else {
    files.set(platform === 'win32' ? 'electron.exe' : 'electron', program);
    files.set('resources/default_app.asar', '');
    for (const lang of ['de', 'en-US', 'sr']) files.set(`locales/${lang}.pak`, '');
  }
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content, { mode: 0o755 });
  }
}

/** Without a real program there is nothing to sign, and nowhere to write the archive's sum. */
export const STAND_IN: Configuration = {
  disableAsarIntegrity: true,
  win: { signAndEditExecutable: false },
  mac: { identity: null },
};
