export type Scheme = 'light' | 'dark';

/** Colours by meaning; with `-tint` and `-line` for the weak plane and the outline of the same meaning. */
export type Hue =
  | 'you'
  | 'network'
  | 'compute'
  | 'machine-learning'
  | 'storage'
  | 'security'
  | 'dns'
  | 'on-premises'
  | 'neutral'
  | 'error'
  | 'warning'
  | 'note'
  | 'passed';

/** Every name that a shape may be painted with. */
export type Token =
  | 'canvas'
  | 'dot'
  | 'panel'
  | 'sunken'
  | 'hover'
  | 'press'
  | 'line'
  | 'line2'
  | 'line3'
  | 't1'
  | 't2'
  | 't3'
  | 'ink'
  | 'on-ink'
  | 'on-solid'
  | 'network-fill'
  | 'dns-fill'
  | 'on-premises-fill'
  | 'machine-learning-fill'
  | 'warning-fill'
  | 'on-warning'
  | 'error-dash'
  | Hue
  | `${Hue}-tint`
  | `${Hue}-line`;

type HueTokens = { [K in Hue | `${Hue}-tint` | `${Hue}-line`]: string };

const hues = (values: Readonly<Record<Hue, readonly [solid: string, tint: string, line: string]>>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([hue, [solid, tint, line]]) => [
      [hue, solid],
      [`${hue}-tint`, tint],
      [`${hue}-line`, line],
    ]),
  ) as HueTokens;

/** Every colour of the product in both schemes. Text reaches 4.5 : 1 on its own tint, outlines of missing things 3 : 1. */
export const palette: Readonly<Record<Scheme, Readonly<Record<Token, string>>>> = {
  light: {
    canvas: '#F6F7F9',
    dot: '#DCE0E6',
    panel: '#FFFFFF',
    sunken: '#F3F5F7',
    hover: '#EEF1F5',
    press: '#E4E8EE',
    line: '#E5E8ED',
    line2: '#D3D9E1',
    line3: '#858FA0',
    t1: '#14181F',
    t2: '#475264',
    t3: '#616C7E',
    ink: '#161B24',
    'on-ink': '#FFFFFF',
    'on-solid': '#FFFFFF',
    'network-fill': '#F1F6FA',
    'dns-fill': '#FAFCF1',
    'on-premises-fill': '#FBF8F5',
    'machine-learning-fill': '#FAF8FE',
    'warning-fill': '#F5A81C',
    'on-warning': '#2B1A00',
    'error-dash': '#D96B6B',
    ...hues({
      you: ['#2B50E8', '#E9EEFF', '#B9C7FF'],
      network: ['#2B6796', '#E5F0F8', '#A8C6DD'],
      compute: ['#0B7285', '#DDF2F5', '#9AD1DA'],
      'machine-learning': ['#7443C4', '#F0E9FC', '#CDB8F0'],
      storage: ['#1A7350', '#DFF4E9', '#A2D8BF'],
      security: ['#A2356B', '#FAE6F0', '#E5B3CC'],
      dns: ['#5B6E0E', '#EFF4D6', '#CBD790'],
      'on-premises': ['#735A41', '#F5EEE6', '#D9C8B5'],
      neutral: ['#545F70', '#EBEEF2', '#C6CDD7'],
      error: ['#C22525', '#FDEBEB', '#F1B5B5'],
      warning: ['#8A5200', '#FFF2D6', '#EFCB83'],
      note: ['#3F5F86', '#E8EFF7', '#B7CADF'],
      passed: ['#176F43', '#E2F5EA', '#A5D9BC'],
    }),
  },
  dark: {
    canvas: '#0D1015',
    dot: '#232933',
    panel: '#14181F',
    sunken: '#191E27',
    hover: '#1F2530',
    press: '#29303C',
    line: '#242A35',
    line2: '#333B48',
    line3: '#6B7686',
    t1: '#ECEFF4',
    t2: '#A9B3C1',
    t3: '#8792A3',
    ink: '#ECEFF4',
    'on-ink': '#14181F',
    'on-solid': '#0D1015',
    'network-fill': '#101820',
    'dns-fill': '#13170E',
    'on-premises-fill': '#15130F',
    'machine-learning-fill': '#14121B',
    'warning-fill': '#F5B84A',
    'on-warning': '#2B1A00',
    'error-dash': '#C05A5E',
    ...hues({
      you: ['#8FA6FF', '#1D264D', '#44559E'],
      network: ['#7DB8E8', '#17293A', '#2F5474'],
      compute: ['#5CC4D6', '#102D33', '#235660'],
      'machine-learning': ['#B796F5', '#281F3E', '#4F3C7C'],
      storage: ['#62CC9B', '#12301F', '#28593F'],
      security: ['#EC8DB9', '#371B2A', '#6B3450'],
      dns: ['#B9CC5A', '#272D10', '#4E591F'],
      'on-premises': ['#D1B596', '#2E261D', '#574837'],
      neutral: ['#A3AEBF', '#222832', '#3C4553'],
      error: ['#FF8080', '#3C1A1C', '#7A3236'],
      warning: ['#F5B84A', '#38290C', '#6D5119'],
      note: ['#8FB5E3', '#1B2938', '#385170'],
      passed: ['#5FCB91', '#12301F', '#28593F'],
    }),
  },
};

const declarationsOf = (scheme: Scheme): string =>
  Object.entries(palette[scheme])
    .map(([token, value]) => `  --iso-paint-${token}: ${value.toLowerCase()};\n`)
    .join('');

/** The same colours as CSS custom properties of the page, by the value of the attribute that says which are in force. */
export const paletteCss = (schemeAttribute: string): string =>
  `:root,\n[${schemeAttribute}="light"] {\n${declarationsOf('light')}}\n\n[${schemeAttribute}="dark"] {\n${declarationsOf('dark')}}\n`;
