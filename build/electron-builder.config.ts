/**
 * The desktop package, for `npm run pack` and `npm run release:…`; docs/release.md tells how.
 * Nothing here reaches the network when Paralel runs: no update feed, no telemetry, no publishing.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Configuration } from 'electron-builder';
import { z } from 'zod';
import { BINARIES, MODULES, shippedFiles } from './contents.ts';
import { APP_ID, EXECUTABLE, FILES, PRODUCT, SCHEME } from './names.ts';
import { afterExtract, afterPack } from './hooks.ts';
import { desktopEntry, WORDS } from './words.ts';

export const ROOT = resolve(import.meta.dirname, '..');

const modules = Object.entries(MODULES).flatMap(([name, files]) =>
  files.map((file) => `node_modules/${name}/${file}`),
);

/** An object, because of a list electron-builder asks modules only about what it excludes. */
const fromRoot = (...filter: string[]) => [{ from: '.', filter }];

/** Against the sums in Electron's npm package, whose own sum is in package-lock.json. */
function electronSums(): Record<string, string> {
  const file = resolve(ROOT, 'node_modules/electron/checksums.json');
  return z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** @throws where the build is not there, or has something that nobody has said who needs it */
export default function configuration(): Configuration {
  const associations = (name: (file: (typeof FILES)[number]) => string) =>
    FILES.map((file) => ({
      ext: file.extension,
      description: WORDS.en[file.words],
      icon: 'icons/document',
      role: 'Viewer',
      rank: 'Owner',
      name: name(file),
    }));
  return {
    appId: APP_ID,
    productName: PRODUCT,
    copyright: '© The Paralel authors. MIT licence; the first library CC BY-SA 4.0.',
    directories: { buildResources: 'build', output: 'dist' },

    files: [
      ...shippedFiles(resolve(ROOT, 'out')).map((path) => `out/${path}`),
      ...fromRoot('!node_modules/**', ...modules),
    ],
    // Opened by path, by a process that may not see into the archive.
    extraResources: [
      { from: 'resources', to: '.', filter: ['library/**', 'licences.json'] },
      { from: 'LICENSE', to: 'LICENSE.txt' },
    ],
    asar: { smartUnpack: false },
    // Only the binary: scripts beside the archive would not be validated.
    asarUnpack: ['node_modules/better-sqlite3/prebuilds/*.node'],
    extraMetadata: {
      main: 'out/main/index.js',
      desktopName: `${EXECUTABLE}.desktop`,
      dependencies: null,
      optionalDependencies: null,
      bin: null,
      engines: null,
    },
    // better-sqlite3 is Node-API: its one binary serves Node and Electron.
    npmRebuild: false,
    nodeGypRebuild: false,
    publish: null,
    // Chromium's own few words. It has none in Albanian, where they come in English.
    electronLanguages: ['en-US', 'sr'],
    electronDownload: { checksums: electronSums() },
    afterExtract,
    afterPack,

    linux: {
      files: fromRoot(BINARIES.linux),
      target: ['AppImage', 'deb'],
      executableName: EXECUTABLE,
      syncDesktopName: true,
      icon: 'icons/png',
      category: 'Education;Office',
      description: WORDS.en.comment,
      synopsis: WORDS.en.generic,
      maintainer: 'The Paralel authors',
      vendor: 'The Paralel authors',
      // As one line, because electron-builder would add the scheme to a list of its own once more for each package.
      desktop: {
        entry: {
          ...desktopEntry(PRODUCT),
          MimeType: [...FILES.map(({ mime }) => mime), `x-scheme-handler/${SCHEME}`, ''].join(';'),
        },
      },
      // Empty, because for an AppImage the default is --no-sandbox.
      executableArgs: [],
    },
    // The default runtime needs libfuse2, which current systems no longer have.
    toolsets: { appimage: '1.0.3' },
    appImage: { artifactName: 'Paralel-${version}-linux-${arch}.${ext}' },
    deb: {
      artifactName: 'paralel_${version}_${arch}.${ext}',
      packageCategory: 'education',
      // electron-builder's own description of a file type has one language and no icon.
      fpm: [
        `${resolve(ROOT, 'build/linux/paralel.xml')}=/usr/share/mime/packages/${EXECUTABLE}.xml`,
        ...FILES.flatMap(({ mime }) =>
          [16, 32, 48, 256].map(
            (size) =>
              `${resolve(ROOT, `build/icons/document/${size}x${size}.png`)}=/usr/share/icons/hicolor/${size}x${size}/mimetypes/${mime.replace('/', '-')}.png`,
          ),
        ),
        `${resolve(ROOT, 'LICENSE')}=/usr/share/doc/paralel/copyright`,
      ],
    },

    win: {
      files: fromRoot(BINARIES.win),
      target: ['nsis', 'portable'],
      icon: 'icons/icon.ico',
      fileAssociations: associations(({ progId }) => progId),
    },
    nsis: {
      artifactName: 'Paralel-${version}-windows-${arch}-setup.${ext}',
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      installerLanguages: ['en_US', 'sq_AL', 'sr_SP'],
      include: 'build/windows/installer.nsh',
      // What a person wrote outlives the program.
      deleteAppDataOnUninstall: false,
      // For updates that nobody fetches.
      differentialPackage: false,
      packElevateHelper: false,
    },
    portable: {
      artifactName: 'Paralel-${version}-windows-${arch}-portable.${ext}',
      requestExecutionLevel: 'user',
    },

    mac: {
      files: fromRoot(BINARIES.mac),
      target: [{ target: 'dmg', arch: ['universal'] }],
      icon: 'icons/icon.icns',
      category: 'public.app-category.education',
      protocols: [{ name: PRODUCT, schemes: [SCHEME], role: 'Viewer' }],
      // Of one only: electron-builder copies the icon for each, and stumbles over the one that is there.
      fileAssociations: associations(({ words }) => WORDS.en[words]).slice(0, 1),
      // Both halves hold both of better-sqlite3's binaries, which are not to be joined.
      x64ArchFiles: 'darwin-{arm64,x64}.node',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: 'build/mac/entitlements.plist',
      entitlementsInherit: 'build/mac/entitlements.plist',
      extendInfo: {
        CFBundleDocumentTypes: FILES.slice(1).map(({ extension, words }) => ({
          CFBundleTypeExtensions: [extension],
          CFBundleTypeName: WORDS.en[words],
          CFBundleTypeRole: 'Viewer',
          LSHandlerRank: 'Owner',
          CFBundleTypeIconFile: 'document.icns',
        })),
        UTExportedTypeDeclarations: FILES.map(({ extension, words, mime, type, conformsTo }) => ({
          UTTypeIdentifier: type,
          UTTypeDescription: WORDS.en[words],
          UTTypeIconFile: 'document.icns',
          UTTypeConformsTo: conformsTo,
          UTTypeTagSpecification: {
            'public.filename-extension': [extension],
            'public.mime-type': [mime],
          },
        })),
        // Electron's sentences for what Paralel never asks for.
        NSAudioCaptureUsageDescription: null,
        NSBluetoothAlwaysUsageDescription: null,
        NSBluetoothPeripheralUsageDescription: null,
        NSCameraUsageDescription: null,
        NSMicrophoneUsageDescription: null,
      },
    },
    dmg: { artifactName: 'Paralel-${version}-macos-${arch}.${ext}', writeUpdateInfo: false },
  };
}
