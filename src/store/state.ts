import type { DesignSlice } from './design-slice.ts';
import type { FindingsSlice } from './findings-slice.ts';
import type { ViewSlice } from './view-slice.ts';

export type State = DesignSlice & ViewSlice & FindingsSlice;
