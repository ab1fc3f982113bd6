import type { Point } from '#layout';
import type { ResourceId } from '#model';
import type { Finding } from '#rules';
import type { Token } from './palette.ts';

export type { Point };

/** Names of the type styles of the visual language. */
export type TextStyle =
  | 'container-name'
  | 'subnet-name'
  | 'resource-name'
  | 'distant-name'
  | 'distant-words'
  | 'fact'
  | 'address'
  | 'small-address'
  | 'badge'
  | 'label'
  | 'note'
  | 'caption'
  | 'title'
  | 'display'
  | 'section'
  | 'body'
  | 'marker';

/** A plain shape in the coordinates of its item; everything drawn is made of these. */
export type Shape =
  | {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius?: number;
      readonly fill?: Token;
      readonly stroke?: Token;
      readonly strokeWidth?: number;
      readonly dash?: string;
    }
  | {
      readonly type: 'path';
      readonly d: string;
      readonly fill?: Token;
      readonly stroke?: Token;
      readonly strokeWidth?: number;
      readonly dash?: string;
      readonly cap?: 'round' | 'butt';
    }
  | {
      readonly type: 'circle';
      readonly cx: number;
      readonly cy: number;
      readonly r: number;
      readonly fill?: Token;
      readonly stroke?: Token;
      readonly strokeWidth?: number;
      readonly dash?: string;
    }
  | {
      readonly type: 'text';
      /** Baseline position. */
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly style: TextStyle;
      readonly fill: Token;
      readonly anchor?: 'start' | 'middle' | 'end';
      /** The whole text, where `text` was cut with an ellipsis. */
      readonly full?: string;
    }
  | {
      readonly type: 'icon';
      readonly icon: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly paint: Token;
    };

/** Where a finding's marker is drawn on an item. */
export interface SceneMarker extends Pick<Finding, 'fingerprint' | 'severity' | 'verdict'> {
  /** What the finding says. */
  readonly text: string;
  /** As in the list of findings, from 1. */
  readonly number: number;
  /** Of a finding that somebody answers for: `accepted until 2027-02-24`. */
  readonly accepted?: string;
  /** Middle of the marker in the coordinates of its item; it is 20 across. */
  readonly x: number;
  readonly y: number;
  readonly shapes: readonly Shape[];
}

/**
 * A thing on the drawing: a container, a node, a card, something missing; or a badge, a row or a chip, which has its
 * fixed place on the item around it and is not dragged.
 */
export interface SceneItem {
  /** Resource id, or a synthetic id for cards, badges, chips and ghosts. */
  readonly id: string;
  readonly resource?: ResourceId;
  /** Of a note of people's, which is no resource. */
  readonly note?: ResourceId;
  readonly role: 'container' | 'node' | 'ghost' | 'card' | 'badge' | 'row' | 'chip' | 'note';
  /** Item that contains it. */
  readonly parent?: string;
  /** Absolute, top left. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  /** Name and fact in words, for people who do not see it. */
  readonly label: string;
  /** Fingerprints of the findings it bears, worst last. */
  readonly findings: readonly string[];
  /** Drawn above everything else; fewer than the findings where there are many, the rest counted in a last one. */
  readonly markers: readonly SceneMarker[];
}

export type EdgeMeaning =
  | 'peering'
  | 'connection'
  | 'private-link'
  | 'route'
  | 'service-endpoint'
  | 'dns'
  | 'missing'
  | 'association'
  | 'scope'
  | 'outbound'
  | 'inbound'
  | 'closed'
  | 'note';

export interface SceneEdge {
  readonly id: string;
  readonly meaning: EdgeMeaning;
  readonly from: string;
  readonly to: string;
  /** Orthogonal, absolute. */
  readonly points: readonly Point[];
  readonly shapes: readonly Shape[];
  readonly label: string;
  /** What is drawn by it and by no item, such as the halves of a peering. */
  readonly resources?: readonly ResourceId[];
  /** Between the design and the internet: the way out that it is of, or the item of the way in. */
  readonly way?: string;
}

/** A drawing of a design: the canvas renders it, the exporters write it. */
export interface Scene {
  /** Top left corner: a person may have placed things anywhere. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Containers before contents, notes last. */
  readonly items: readonly SceneItem[];
  readonly edges: readonly SceneEdge[];
}
