/** How much each of what comes after placing counts in one weighed sum; what is not named counts nothing. */
export interface PlanWeights {
  readonly discomfort?: number | undefined;
  readonly share?: number | undefined;
  readonly load?: number | undefined;
  readonly preferences?: number | undefined;
  readonly spread?: number | undefined;
}
