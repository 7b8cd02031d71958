import Economy

extension ScenarioReader {
  /// Accounts of the opening sheet that become several, in the order of the file.
  mutating func readSplits(into plan: inout WorldPlan) throws(ScenarioError) {
    for (index, node) in try fields.items("splits").enumerated() {
      let (entry, account) = try entry(
        node,
        "splits",
        index,
        keys: ScenarioKeys.split,
        more: ["remove"],
        naming: "account"
      )
      let place = plan.splits.firstIndex { $0.account == account }
      let others = ScenarioKeys.split.map(\.name).filter { $0 != "account" }
      if try removes(entry, named: "account", inBase: plan.splits.map(\.account), keys: others) {
        plan.splits.removeAll { $0.account == account }
        continue
      }
      let parts = try entry.quantities("parts").map { AccountSplit.Part($0.name, $0.quantity) }
      let creditor = try entry.optionalText("paired_creditor") ?? ""
      let split = AccountSplit(account, parts, pairedCreditor: creditor)
      if let place { plan.splits[place] = split } else { plan.splits.append(split) }
    }
  }
}
