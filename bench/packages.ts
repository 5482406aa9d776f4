import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bench = new URL('./', import.meta.url);

/** Installs the packages that are measured beside callsummary where one is missing or of another version. */
export function installPackages(): void {
  const missing = Object.entries(pinned(new URL('package.json', bench))).filter(
    ([name, version]) => installedVersion(name) !== version,
  );
  if (missing.length === 0) return;
  console.log(`Installing what is measured beside callsummary: ${missing.map(([name]) => name).join(', ')}`);
  const { status } = spawnSync('npm', ['ci'], {
    cwd: fileURLToPath(bench),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci did not succeed in bench/');
}

/** The packages that were measured and the versions they are pinned to, ours and those beside us. */
export function measuredPackages(): Readonly<Record<string, string>> {
  return { ...pinned(new URL('../package.json', bench)), ...pinned(new URL('package.json', bench)) };
}

function pinned(file: URL): Record<string, string> {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(readFileSync(file, 'utf8'));
  return dependencies;
}

function installedVersion(name: string): string | null {
  const file = new URL(`node_modules/${name}/package.json`, bench);
  if (!existsSync(file)) return null;
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'));
  return version;
}
