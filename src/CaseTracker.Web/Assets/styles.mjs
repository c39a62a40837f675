// Keeps of a style sheet only the rules whose classes are named somewhere in our pages: a third of the weight on a slow link.
// A class counts as named if it stands as a word in a source file, so that a class written by a tag helper is found too.
// Usage: node styles.mjs STYLESHEET OUTPUT SOURCE_FOLDER...
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [stylesheet, output, ...folders] = process.argv.slice(2);
const sources = folders.flatMap(folder => readdirSync(folder, { recursive: true })
  .filter(file => /\.(cshtml|cs|js)$/.test(file))
  .map(file => readFileSync(join(folder, file), 'utf8')));
const named = new Set(sources.flatMap(text => text.match(/[A-Za-z][\w-]*/g) ?? []));

// Splits at a separator that stands outside of brackets and quotes.
const split = (text, isEnd) => {
  const parts = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quote) {
      if (sign === '\\') at++;
      else if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '\\') at++;
    else if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign)) depth--;
    if (!quote && depth === 0 && isEnd(sign)) {
      parts.push(text.slice(start, at + 1));
      start = at + 1;
    }
  }
  if (start < text.length) parts.push(text.slice(start));
  return parts;
};

// What stands in brackets, as in :not(.a), may be absent without making the rule idle.
const isNamed = selector => {
  const plain = selector.replace(/\[[^\]]*\]/g, '').replace(/\((?:[^()]|\([^()]*\))*\)/g, '');
  return [...plain.matchAll(/\.((?:\\.|[\w-])+)/g)].every(match => named.has(match[1].replace(/\\/g, '')));
};

const purge = css => split(css, sign => sign === '}' || sign === ';').map(rule => {
  const head = rule.slice(0, rule.indexOf('{'));
  const body = rule.slice(head.length + 1, -1);
  if (/^@(media|supports|layer|container)\b/.test(head)) {
    const kept = purge(body);
    return kept ? `${head}{${kept}}` : '';
  }
  if (rule.startsWith('@')) return rule;
  const selectors = split(head, sign => sign === ',').map(selector => selector.replace(/,$/, '')).filter(isNamed);
  return selectors.length ? `${selectors.join(',')}{${body}}` : '';
}).join('');

const css = readFileSync(stylesheet, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
writeFileSync(output, `/* From @tabler/core, MIT licence, https://tabler.io */${purge(css)}\n`);
