export {
  Condition,
  type EligibilityFact,
  type EligibilityFacts,
  EligibilityRule,
  evaluate,
  missingFacts,
  rulesInForce,
  type Verdict,
} from './eligibility.ts';
export { modelsById, parseServiceModel, serviceModels } from './load.ts';
export { ServiceModel } from './service-model.ts';
