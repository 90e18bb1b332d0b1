import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';

/*
 * Ink of a court register, oxblood of sealing wax, paper. The palette and its measured contrasts are in
 * resources/icons/README.md; features use the names (`ink`, `seal`, `warning`, `success`, `gray`), never a hex value.
 * Shade 7 is the filled colour on paper, 6 on dark: white text stands at 4.5 or more on both.
 */
const ink: MantineColorsTuple = [
  '#e8f2f1',
  '#d3e6e4',
  '#b4d8d6',
  '#92cac9',
  '#6fc3c2',
  '#3a9898',
  '#1b787c',
  '#14666b',
  '#0f4f54',
  '#0e3b40',
];
const seal: MantineColorsTuple = [
  '#fbecea',
  '#f6dbd8',
  '#f2c0bb',
  '#f1a59d',
  '#f08a80',
  '#cf5a4f',
  '#b03a32',
  '#9b2c25',
  '#7e211b',
  '#5f1713',
];
const warning: MantineColorsTuple = [
  '#faf1dd',
  '#f5e5c3',
  '#f0d6a0',
  '#ebc57c',
  '#e7b45c',
  '#b97f1d',
  '#8f5a00',
  '#7a4b00',
  '#633c00',
  '#4a2d00',
];
const success: MantineColorsTuple = [
  '#e8f3ea',
  '#d5e9d9',
  '#bcdcc3',
  '#a1d2ac',
  '#86c795',
  '#4d9a5f',
  '#33753f',
  '#2a6236',
  '#1f4d29',
  '#153a1d',
];
/** Warm neutrals of paper: 0 and 1 are surfaces, 4 the line of controls, 6 secondary text. */
const gray: MantineColorsTuple = [
  '#f6f1e5',
  '#f1ebdd',
  '#e6dfce',
  '#d6cebc',
  '#888c82',
  '#747a72',
  '#52605f',
  '#414f4f',
  '#2c3b3c',
  '#1b2a2c',
];
/** True dark with a breath of green: 0 is text, 2 secondary text, 4 the line of controls, 7 the page. */
const dark: MantineColorsTuple = [
  '#ebe5d8',
  '#cdcdc3',
  '#a9b3ae',
  '#8a9896',
  '#61737a',
  '#26363a',
  '#19262a',
  '#10191a',
  '#0b1213',
  '#070c0d',
];

const sans = "'IBM Plex Sans', system-ui, sans-serif";
const serif = "'IBM Plex Serif', Georgia, serif";
const mono = "'IBM Plex Mono', ui-monospace, monospace";

/** The look of every control: dense, square-shouldered, in the palette above. */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: {
    ink,
    seal,
    warning,
    success,
    gray,
    dark,
    red: seal,
    yellow: warning,
    orange: warning,
    green: success,
    teal: ink,
    blue: ink,
  },
  black: '#1b2a2c',
  white: '#ffffff',
  fontFamily: sans,
  fontFamilyMonospace: mono,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: {
    fontFamily: serif,
    fontWeight: '600',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.3125rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h5: { fontSize: '0.875rem', lineHeight: '1.4' },
      h6: { fontSize: '0.8125rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '3px', md: '5px', lg: '8px', xl: '14px' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
  shadows: {
    xs: '0 1px 2px rgb(14 40 44 / 10%)',
    sm: '0 1px 3px rgb(14 40 44 / 14%)',
    md: '0 4px 14px rgb(14 40 44 / 16%)',
    lg: '0 10px 28px rgb(14 40 44 / 18%)',
    xl: '0 18px 48px rgb(14 40 44 / 22%)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Nothing that is typed here is anything for a browser to remember.
    Autocomplete: { defaultProps: { autoComplete: 'off' } },
    MultiSelect: { defaultProps: { autoComplete: 'off' } },
    PasswordInput: { defaultProps: { autoComplete: 'off' } },
    Select: { defaultProps: { autoComplete: 'off' } },
    TagsInput: { defaultProps: { autoComplete: 'off' } },
    Textarea: { defaultProps: { autoComplete: 'off' } },
    TextInput: { defaultProps: { autoComplete: 'off' } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle' } },
    Badge: { defaultProps: { variant: 'light', radius: 'xs', tt: 'none', fw: 500 } },
    Button: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45, blur: 2 } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 360, fz: 'xs' } },
  },
});

const tinted = ['ink', 'seal', 'warning', 'success', 'red', 'yellow', 'orange', 'green', 'teal', 'blue'];

/** In the dark a tint is a wash of the colour over the page; Mantine's own is darker than the page and vanishes. */
function darkTints(): Record<string, string> {
  return Object.fromEntries(
    tinted.flatMap((color) => [
      [
        `--mantine-color-${color}-light`,
        `color-mix(in srgb, var(--mantine-color-${color}-4) 15%, transparent)`,
      ],
      [
        `--mantine-color-${color}-light-hover`,
        `color-mix(in srgb, var(--mantine-color-${color}-4) 24%, transparent)`,
      ],
      [`--mantine-color-${color}-light-color`, `var(--mantine-color-${color}-3)`],
      [`--mantine-color-${color}-outline`, `var(--mantine-color-${color}-4)`],
    ]),
  );
}

/** Names for the surfaces: `--custodia-panel` (rail, heads of tables), `--custodia-line`, `--custodia-heading`. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--custodia-font-serif': serif },
  light: {
    '--mantine-color-body': '#fbf8f1',
    '--mantine-color-default': '#fffefb',
    '--mantine-color-default-border': gray[3],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': '#6b746f',
    '--mantine-color-error': seal[7],
    '--mantine-color-success': success[7],
    '--mantine-color-disabled-color': gray[5],
    '--custodia-panel': gray[1],
    '--custodia-raised': '#fffefb',
    '--custodia-line': gray[3],
    '--custodia-heading': ink[9],
    '--custodia-seal': seal[7],
    '--custodia-selected': ink[1],
  },
  dark: {
    '--mantine-color-default': '#141f22',
    '--mantine-color-default-hover': dark[5],
    '--mantine-color-default-border': '#2e3f43',
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[3],
    '--mantine-color-error': seal[4],
    '--mantine-color-success': success[4],
    '--mantine-color-gray-light': 'rgb(235 229 216 / 9%)',
    '--mantine-color-gray-light-hover': 'rgb(235 229 216 / 15%)',
    '--mantine-color-gray-light-color': dark[1],
    '--mantine-color-gray-filled': '#4b5b5e',
    '--mantine-color-gray-filled-hover': '#56676a',
    '--mantine-color-gray-text': dark[2],
    '--mantine-color-gray-outline': dark[3],
    '--custodia-panel': dark[6],
    '--custodia-raised': '#141f22',
    '--custodia-line': '#2e3f43',
    '--custodia-heading': '#d5ebe9',
    '--custodia-seal': seal[4],
    '--custodia-selected': '#1a3a3d',
    ...darkTints(),
  },
});
