// SPDX-License-Identifier: Apache-2.0
package cachemark.load;

/** Hears of a load and does nothing about it. */
class Quiet implements LoadRig.Watcher {
  @Override
  public void connected() {}

  @Override
  public void measuring() {}

  @Override
  public void measured() {}

  @Override
  public void second(LoadSecond second, int of) {}
}
