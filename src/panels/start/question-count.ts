/** Of the planner; stated here, so that the start screen need not load the questions. Their test holds it. */
export const questionCount = 14;
