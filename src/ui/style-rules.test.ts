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
