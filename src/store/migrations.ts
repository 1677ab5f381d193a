/** The numbered .sql files of each database, in order. */
const files = import.meta.glob<string>('./migrations/*/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export type DatabaseName = 'library' | 'notebook' | 'index';

/** Entry n brings a database from format n to format n + 1. */
export function migrationsOf(name: DatabaseName): string[] {
  return Object.keys(files)
    .filter((path) => path.startsWith(`./migrations/${name}/`))
    .sort()
    .map((path) => files[path] as string);
}
