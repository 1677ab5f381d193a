import { describe, expect, it } from 'vitest';
import { judgeFolder } from '../../../../src/library/folder-kind';
import { mountTypeOf, type Surroundings } from '../../../../src/library/folder-surroundings';

const seen = (folder: string, more: Partial<Surroundings> = {}): Surroundings => ({
  folder,
  ancestors: [],
  variables: {},
  mountType: undefined,
  fileSystem: undefined,
  ...more,
});
const service = (surroundings: Surroundings) => judgeFolder(surroundings)[0]?.params['service'];
const marked = (entry: string) =>
  seen('/data/x/paralel', { ancestors: [{ path: '/data/x', entries: [entry] }] });

describe('a folder that is synchronised is told by', () => {
  it.each([
    ['OneDrive', 'C:\\Users\\ana\\OneDrive\\Paralel'],
    ['OneDrive', 'C:\\Users\\ana\\OneDrive - Arkivi i Kosovës\\Paralel'],
    ['OneDrive', '/Users/ana/Library/CloudStorage/OneDrive-Personal/Paralel'],
    ['Dropbox', '/home/ana/Dropbox/Paralel'],
    ['Dropbox', '/home/ana/Dropbox (Personal)/Paralel'],
    ['iCloud Drive', '/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Paralel'],
    ['iCloud Drive', 'C:\\Users\\ana\\iCloudDrive\\Paralel'],
    ['Google Drive', '/Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/Paralel'],
    ['Google Drive', 'G:\\My Drive\\Paralel'],
    ['Nextcloud', '/home/ana/Nextcloud/Paralel'],
    ['Box', 'C:\\Users\\ana\\Box\\Paralel'],
    ['pCloud', '/home/ana/pCloudDrive/Paralel'],
    ['MEGA', 'C:\\Users\\ana\\MEGAsync\\Paralel'],
    ['Resilio Sync', '/home/ana/Resilio Sync/Paralel'],
  ])('its name: %s, %s', (name, folder) => expect(service(seen(folder))).toBe(name));

  it.each([
    ['Syncthing', '.stfolder'],
    ['Dropbox', '.dropbox'],
    ['ownCloud', '.owncloudsync.log'],
    ['Nextcloud', '.nextcloudsync.log'],
    ['Resilio Sync', '.sync/ID'],
  ])('what the service puts into a folder above: %s, %s', (name, entry) =>
    expect(service(marked(entry))).toBe(name),
  );

  it('where a variable says that the service keeps its folder, and not beside it', () => {
    const variables = { OneDriveCommercial: 'D:\\Cloud\\' };
    expect(service(seen('D:\\Cloud\\Paralel', { variables }))).toBe('OneDrive');
    expect(service(seen('D:\\Clouds\\Paralel', { variables }))).toBeUndefined();
  });
});

describe('a folder on another machine is told by', () => {
  it.each(['nfs4', 'cifs', 'fuse.sshfs', '9p'])('its mount: %s', (mountType) =>
    expect(judgeFolder(seen('/mnt/x', { mountType }))).toEqual([
      { code: 'folder-network', params: { path: '/mnt/x' } },
    ]),
  );
  it.each([0x6969, 0xfe534d42])('the number of its file system: %i', (fileSystem) =>
    expect(judgeFolder(seen('/mnt/x', { fileSystem }))).toHaveLength(1),
  );
  it.each(['\\\\server\\share\\Paralel', '\\\\?\\UNC\\server\\share'])('its path: %s', (folder) =>
    expect(judgeFolder(seen(folder))).toHaveLength(1),
  );
});

describe('nothing is said of', () => {
  it.each([
    ['/home/ana/.local/share/Paralel', 'ext4'],
    ['/home/box/Paralel', 'btrfs'],
    ['/home/mega/Documents', 'ext4'],
    ['/home/ana/dropbox-export-2019/Paralel', 'fuse.ntfs-3g'],
    ['C:\\Users\\Box\\AppData\\Roaming\\Paralel', undefined],
    ['\\\\?\\C:\\Users\\ana\\Paralel', undefined],
  ])('%s on %s', (folder, mountType) => expect(judgeFolder(seen(folder, { mountType }))).toEqual([]));
});

describe('the list of mounts', () => {
  const MOUNTS = [
    '22 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw',
    '40 22 0:40 / /mnt/my\\040share rw shared:2 master:1 - cifs //server/share rw',
    '41 22 0:41 / /home/ana/far rw - fuse.sshfs ana@far: rw',
    '42 41 0:42 / /home/ana/far rw - tmpfs tmpfs rw',
  ].join('\n');

  it.each([
    ['/home/ana/farther', 'ext4'],
    ['/mnt/my share/Paralel', 'cifs'],
    ['/home/ana/far/x', 'tmpfs'],
  ])('says what holds %s: %s', (folder, type) => expect(mountTypeOf(folder, MOUNTS)).toBe(type));
});
