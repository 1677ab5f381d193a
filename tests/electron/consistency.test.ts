import { consistencySuite } from '../e2e/suites/consistency';
import { openOnDesktop } from '../support/desktop-reader';

consistencySuite(openOnDesktop, { isWhole: false });
