import { setBooleanFeatureFlagResolver } from '@atlaskit/platform-feature-flags';

// Atlaskit asks for feature flags while it loads and complains in the console when nobody answers: this comes first.
setBooleanFeatureFlagResolver(() => false);
