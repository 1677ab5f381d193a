/**
 * Electron's fuses: switches in its program, set once when it is packed and out of reach of who starts it.
 * electron-builder's own `electronFuses` knows eight of the nine and cannot be strict, so they are flipped here.
 */
import { type FuseConfig, FuseV1Options, FuseVersion } from '@electron/fuses';

export type FuseName = keyof typeof FuseV1Options;

/** Whether each is on, and why. */
export const FUSES: Readonly<Record<FuseName, { on: boolean; because: string }>> = {
  RunAsNode: {
    on: false,
    because:
      'ELECTRON_RUN_AS_NODE would make the signed program run any script; the library has utilityProcess',
  },
  EnableCookieEncryption: {
    on: false,
    because:
      'nothing is kept in a cookie; encrypting would ask for the keychain at the first start and bind a portable ' +
      'folder to one machine',
  },
  EnableNodeOptionsEnvironmentVariable: {
    on: false,
    because:
      'NODE_OPTIONS=--require would load a stranger’s code, NODE_EXTRA_CA_CERTS a stranger’s certificate',
  },
  EnableNodeCliInspectArguments: {
    on: false,
    because: '--inspect and SIGUSR1 would open a debugger on the process that holds the library',
  },
  EnableEmbeddedAsarIntegrityValidation: {
    on: true,
    because: 'a changed app.asar does not start; in force on macOS and Windows, without effect on Linux',
  },
  OnlyLoadAppFromAsar: {
    on: true,
    because: 'a folder `app` put beside app.asar would be loaded instead of it, and is not validated',
  },
  LoadBrowserProcessSpecificV8Snapshot: {
    on: false,
    because: 'there is no snapshot of our own, so the main process starts from the one that all share',
  },
  GrantFileProtocolExtraPrivileges: {
    on: false,
    because: 'our pages come from our own scheme; a page from file: would be able to fetch other files',
  },
  WasmTrapHandlers: {
    on: true,
    because: 'checks of memory bounds that cost nothing; off, they are slower and no safer',
  },
};

/**
 * Strict: a fuse that a newer Electron adds is an error until it has its line above.
 * @param resign on Apple silicon a changed program has to be signed again, if only for this machine, to start at all
 */
export function fuseConfig(resign: boolean): FuseConfig {
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    resetAdHocDarwinSignature: resign,
    [FuseV1Options.RunAsNode]: FUSES.RunAsNode.on,
    [FuseV1Options.EnableCookieEncryption]: FUSES.EnableCookieEncryption.on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FUSES.EnableNodeOptionsEnvironmentVariable.on,
    [FuseV1Options.EnableNodeCliInspectArguments]: FUSES.EnableNodeCliInspectArguments.on,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FUSES.EnableEmbeddedAsarIntegrityValidation.on,
    [FuseV1Options.OnlyLoadAppFromAsar]: FUSES.OnlyLoadAppFromAsar.on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FUSES.LoadBrowserProcessSpecificV8Snapshot.on,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: FUSES.GrantFileProtocolExtraPrivileges.on,
    [FuseV1Options.WasmTrapHandlers]: FUSES.WasmTrapHandlers.on,
  };
}
