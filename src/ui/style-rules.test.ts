import { expect, it } from 'vitest';
import { rulesOf } from './style-rules.ts';

it('writes numbers as pixels where the property takes lengths', () => {
  expect(rulesOf('.a', { marginTop: 4, padding: 0, lineHeight: 1.5, zIndex: 2, WebkitLineClamp: 2 })).toEqual(
    ['.a{margin-top:4px;padding:0;line-height:1.5;z-index:2;-webkit-line-clamp:2;}'],
  );
});

it('keeps the names of variables, and leaves out what is not said', () => {
  expect(rulesOf('.a', { '--iso-Edge': '1px', color: undefined })).toEqual(['.a{--iso-Edge:1px;}']);
});

it('puts the selector in the place of each &, wherever it stands', () => {
  expect(
    rulesOf('.a', {
      '&:hover, & > b': { top: 1, '& i': { top: 2 } },
      'nav ~ &': { top: 3 },
      '&&': { top: 4 },
    }),
  ).toEqual([
    '.a:hover, .a > b{top:1px;}',
    ':is(.a:hover, .a > b) i{top:2px;}',
    'nav ~ .a{top:3px;}',
    '.a.a{top:4px;}',
  ]);
});

it('keeps conditions around what they are for, after what holds without them', () => {
  expect(rulesOf('.a', { '@media (max-width: 9px)': { left: 1, '& b': { left: 2 } }, left: 0 })).toEqual([
    '.a{left:0;}',
    '@media (max-width: 9px){.a{left:1px;}.a b{left:2px;}}',
  ]);
});

it('takes whole sheets, too', () => {
  expect(rulesOf('', { html: { margin: 0 }, '@media print': { '*': { top: 0 } } })).toEqual([
    'html{margin:0;}',
    '@media print{*{top:0;}}',
  ]);
});

it('draws a line for an outline that is a shadow where shadows are left out', () => {
  const forced = (rule: string) => `@media (forced-colors: active){${rule}}`;
  const you = 'var(--iso-paint-you)';
  expect(
    rulesOf('.a', {
      boxShadow: '0 0 0 1px red, 0 2px 6px black',
      '&:hover': { boxShadow: '0 0 0 1px blue' },
      '&:focus': { boxShadow: `inset 0 0 0 1.5px ${you}` },
      '& b': { boxShadow: '0 2px 6px black' },
    }),
  ).toEqual([
    '.a{box-shadow:0 0 0 1px red, 0 2px 6px black;}',
    forced('.a{outline:1px solid CanvasText;}'),
    '.a:hover{box-shadow:0 0 0 1px blue;}',
    `.a:focus{box-shadow:inset 0 0 0 1.5px ${you};}`,
    forced('.a:focus{outline:2px solid Highlight;outline-offset:-2px;}'),
    '.a b{box-shadow:0 2px 6px black;}',
  ]);
});
