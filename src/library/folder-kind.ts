/** Whether a library lies where databases come to harm: in a folder that is synchronised, or on another machine. */
import type { Notice } from '../shared/contract';
import { readSurroundings, type Surroundings } from './folder-surroundings';

export type Warning = Pick<Notice, 'params'> & { code: 'folder-synchronised' | 'folder-network' };

/** Never fails: what cannot be found out is no warning. */
export function warningsOf(folder: string): Warning[] {
  return judgeFolder(readSurroundings(folder, MARKERS));
}

interface Service {
  name: string;
  /** Of a folder above or the library's own, in lower case. */
  folder?: RegExp;
  /** Several folders of the path, one after the other. */
  path?: RegExp;
  /** What the service puts into the folders that it synchronises. */
  markers?: readonly string[];
  /** Variables that say where its folder is. */
  variables?: readonly string[];
}

const SERVICES: readonly Service[] = [
  {
    name: 'OneDrive',
    // “OneDrive”, “OneDrive - Name of an organisation”, on a Mac “OneDrive-Personal”.
    folder: /^onedrive(\s?-.*)?$/,
    variables: ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'],
  },
  { name: 'Dropbox', folder: /^dropbox( \(.*\))?$/, markers: ['.dropbox', '.dropbox.cache'] },
  {
    name: 'iCloud Drive',
    folder: /^(iclouddrive|icloud drive)$/,
    path: /\/library\/mobile documents\/com~apple~clouddocs(\/|$)/,
  },
  {
    name: 'Google Drive',
    folder: /^(google drive|googledrive(-.*)?)$/,
    // As a drive of its own on Windows.
    path: /^[a-z]:\/my drive(\/|$)/,
    markers: ['.tmp.drivedownload', '.tmp.driveupload'],
  },
  {
    name: 'Nextcloud',
    folder: /^nextcloud\d*$/,
    markers: ['.nextcloudsync.log', '.sync-exclude.lst'],
  },
  { name: 'ownCloud', folder: /^owncloud\d*$/, markers: ['.owncloudsync.log'] },
  { name: 'Box', folder: /^(box|box sync|box-box)$/, markers: ['.boxsync'] },
  { name: 'pCloud', folder: /^(pcloud|pclouddrive|pcloud drive|pcloudsync|pcloud sync)$/ },
  { name: 'MEGA', folder: /^(mega|megasync|mega downloads)$/, markers: ['.megaignore', '.debris'] },
  { name: 'Syncthing', markers: ['.stfolder', '.stversions'] },
  { name: 'Resilio Sync', folder: /^(resilio sync|btsync)$/, markers: ['.sync/ID', '.sync/Archive'] },
];

const MARKERS = SERVICES.flatMap(({ markers = [] }) => markers);

/** As Linux calls them in its list of mounts; the part before a dot is of what a program mounts. */
const NETWORK_TYPES = new Set([
  'nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'ncpfs', 'afs', 'coda', 'ceph', 'glusterfs', 'lustre', '9p', 'afpfs', 'webdav', 'davfs',
  'fuse.sshfs', 'fuse.rclone', 'fuse.davfs', 'fuse.glusterfs', 'fuse.s3fs', 'fuse.gvfsd-fuse', 'fuse.smbnetfs', 'fuse.curlftpfs',
]); // prettier-ignore

/** The magic numbers of statfs(2), where there is no list of mounts. */
const NETWORK_NUMBERS = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x73757245, 0x00c36400, 0x564c,
]);

/** One warning at most: a folder that is synchronised and on the network is to be moved all the same. */
export function judgeFolder(seen: Surroundings): Warning[] {
  const { folder } = seen;
  const service = SERVICES.find((one) => isOf(one, seen));
  if (service) return [{ code: 'folder-synchronised', params: { service: service.name, path: folder } }];
  return isOnNetwork(seen) ? [{ code: 'folder-network', params: { path: folder } }] : [];
}

function isOf({ folder, path, markers = [], variables = [] }: Service, seen: Surroundings): boolean {
  const whole = slashed(seen.folder);
  const places = variables.flatMap((name) => seen.variables[name] ?? []).filter((place) => place !== '');
  return (
    (folder !== undefined && nameable(seen).some((part) => folder.test(part))) ||
    (path?.test(whole) ?? false) ||
    seen.ancestors.some((ancestor) => markers.some((marker) => ancestor.entries.includes(marker))) ||
    places.some((place) => `${whole}/`.startsWith(`${slashed(place)}/`))
  );
}

/** The folders' names. Somebody may be called Box or Mega: their home says nothing. */
function nameable({ folder }: Surroundings): string[] {
  return slashed(folder)
    .replace(/^([a-z]:)?\/(home|users)\/[^/]+/, '')
    .split('/')
    .filter(Boolean);
}

const slashed = (path: string): string => path.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase();

function isOnNetwork({ folder, mountType, fileSystem }: Surroundings): boolean {
  // \\server\share, and the same as a device path.
  if (/^\\\\(?![.?]\\)|^\\\\\?\\UNC\\/i.test(folder)) return true;
  if (mountType !== undefined) return NETWORK_TYPES.has(mountType);
  return fileSystem !== undefined && NETWORK_NUMBERS.has(fileSystem);
}
