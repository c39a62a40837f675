// Draws the icons named in icons.txt and our own marks into one file, so that a page fetches its pictures once.
// Usage: node sprite.mjs ICONS_FOLDER OUTPUT
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [iconsFolder, output] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const inside = svg => svg
  .replace(/^[\s\S]*?<svg[^>]*>/, '')
  .replace(/<\/svg>\s*$/, '')
  .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none" ?\/>/, '')
  .replace(/\s*\n\s*/g, '');

const names = readFileSync(join(here, 'icons.txt'), 'utf8').split('\n').map(l => l.trim()).filter(l => l && !l.startsWith('#'));
const icons = [...new Set(names)].sort().map(name =>
  `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">`
  + `${inside(readFileSync(join(iconsFolder, 'outline', `${name}.svg`), 'utf8'))}</symbol>`);
const marks = readdirSync(join(here, 'marks')).filter(f => f.endsWith('.svg')).sort().map(file => {
  const svg = readFileSync(join(here, 'marks', file), 'utf8');
  const viewBox = /viewBox="([^"]+)"/.exec(svg)[1];
  return `<symbol id="${file.slice(0, -4)}" viewBox="${viewBox}">${inside(svg)}</symbol>`;
});

writeFileSync(output, `<svg xmlns="http://www.w3.org/2000/svg">\n${[...icons, ...marks].join('\n')}\n</svg>\n`);
