import { expect, test } from 'vitest';
import { documentText } from './document-text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function saidOf(content: Uint8Array): string {
  const result = documentText(content, 'x.yaml');
  return result.ok ? 'read' : result.refusal.map(({ line, column, problem }) => `${line}:${column} ${problem}`).join();
}

test('a byte-order mark is dropped', () => {
  expect(documentText(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes('a: 1')]), 'x.yaml')).toEqual({
    ok: true,
    value: 'a: 1',
  });
});

test('a replacement character that the text rightly holds is text', () => {
  expect(saidOf(bytes('a: \uFFFD'))).toBe('read');
});

test('what is no UTF-8 text is said to be so, where it begins', () => {
  expect(saidOf(new Uint8Array([0x61, 0x0a, 0x62, 0xe9, 0x0a]))).toBe('2:2 a character that is not UTF-8');
  expect(saidOf(new Uint8Array([0xff, 0xfe, 0x61, 0x00]))).toBe('1:1 the file is UTF-16, not UTF-8');
  expect(saidOf(bytes('a\u0000'))).toBe('1:2 a null character: the file is not text');
});

test('a file far larger than a scheme is refused unread', () => {
  expect(saidOf(new Uint8Array(1_500_000))).toBe('1:1 the file has 1.5 MB, more than a document of this kind can need');
});
