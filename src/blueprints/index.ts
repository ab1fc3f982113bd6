/**
 * Reference architectures to start from, as complete designs that can be adapted.
 * May not: judge, arrange, render or do I/O.
 */
export { adapt, adaptationOf } from './adapt.ts';
export type { Adaptation, Fault } from './adaptation.ts';
export type { Blueprint } from './blueprint.ts';
export { blueprints } from './blueprints.ts';
export type { Composition } from './compose.ts';
export type { Exercise } from './exercises/exercise.ts';
export { exercises } from './exercises/exercises.ts';
export { type ArchitectureInGallery, type ExerciseInGallery, gallery } from './gallery.ts';
export type { Answers, GivenAnswers, QuestionId } from './planner/answers.ts';
export type { PlanSettings } from './planner/architecture-of.ts';
export type { Contradiction } from './planner/contradiction.ts';
export { inContext } from './planner/in-context.ts';
export { type Plan, type Planned, planFor } from './planner/plan.ts';
export type { Question } from './planner/question.ts';
export { completed, questions } from './planner/questions.ts';
export { withoutEffect } from './planner/without-effect.ts';
export { addedTo, type Take, takesOf } from './takes.ts';
