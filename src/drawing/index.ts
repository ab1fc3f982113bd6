/**
 * How a design looks: plain shapes for resources, edges and findings, in both colour schemes.
 * May not: know React, judge, or do I/O.
 */
export type { EdgeMeaning, Paint, Point, Scene, SceneEdge, SceneItem, Shape, TextStyle } from './scene.ts';
