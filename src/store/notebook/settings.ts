/** Table `setting`: what the reader chose. */
import { type Settings, settingsSchema } from '../../shared/contract';
import type { Db } from '../database';

const DEFAULTS: Settings = {
  interfaceLang: null,
  readingLangs: [],
  namesDisplay: 'as-written',
  theme: 'system',
  textSize: 'medium',
  paper: 'A4',
  signedAs: '',
  nameColumns: [],
  keepsHistory: true,
  notesShown: 'edition',
  welcomed: false,
};

export type SettingTable = ReturnType<typeof settingTable>;

export function settingTable(db: Db) {
  const all = db.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting');
  const put = db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );

  /** A value that this version does not know (a newer one wrote it) is passed over, not lost. */
  function get(): Settings {
    const settings: Record<string, unknown> = { ...DEFAULTS };
    for (const { key, value } of all.all()) {
      const schema = settingsSchema.shape[key as keyof Settings] as
        (typeof settingsSchema.shape)[keyof Settings] | undefined;
      const parsed = schema?.safeParse(JSON.parse(value));
      if (parsed?.success) settings[key] = parsed.data;
    }
    return settingsSchema.parse(settings);
  }

  const set = db.transaction((changes: Partial<Settings>) => {
    for (const [key, value] of Object.entries(changes))
      if (value !== undefined) put.run(key, JSON.stringify(value));
    return get();
  });

  const signed = db.prepare<[], string>(`SELECT value FROM setting WHERE key = 'signedAs'`).pluck();
  /** Alone, for what is signed often. */
  const signature = (): string =>
    settingsSchema.shape.signedAs
      .catch('')
      .parse(JSON.parse(signed.get() ?? '""'))
      .trim();

  return { get, signature, set: (changes: Partial<Settings>): Settings => set.immediate(changes) };
}
