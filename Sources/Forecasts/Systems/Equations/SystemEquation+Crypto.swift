extension SystemEquation {
  /// Formulas of leveraged crypto markets and of those who trade there.
  static let ofCrypto: [SystemEquation] = [
    SystemEquation(
      "the gain of a leveraged book",
      "g = λ ℓ        Δp = (λE + δ)/(1 − g)        M = 1/(1 − g)        L/E = [g + ℓδ/E]/(1 − g)",
      page: "formulas/cascade",
      systems: ["M0.1", "M3.4"]
    ),
    SystemEquation(
      "the price at which forced selling ends",
      "p* = max { p ≤ p₀ : p = T(p) }        T(p) = p₀ − δ − λ (E + L(p))",
      page: "formulas/cascade",
      systems: ["M0.1"]
    ),
    SystemEquation(
      "the impact of an order",
      "I(X) = sgn(X) · c · [√(|X| + X₀) − √X₀]        c = Y σ_D / √(V_D A)",
      page: "formulas/impact",
      systems: ["M0.1", "M1.4", "M2.4", "M3.4"]
    ),
    SystemEquation(
      "depth under volatility",
      "A = A_floor + (1 − A_floor) · min(1, E/E₀) · (σ_ref/σ̂_1h)^ζ · w        A_floor = 0.05, ζ = 0.8",
      page: "formulas/impact",
      systems: ["M1.11"]
    ),
    SystemEquation(
      "the price of a liquidation",
      "long   p_liq = p_e (1 − 1/L)/(1 − m)          short   p_liq = p_e (1 + 1/L)/(1 + m)",
      page: "formulas/opening-book",
      systems: ["M0.1", "M0.2"]
    ),
    SystemEquation(
      "leverage that volatility allows",
      "L = min(s(a_L/σ̂)^ε, L̄)                  OI += k(φL − OI)",
      page: "formulas/leverage-ratchet",
      systems: ["M0.2", "M0.3", "M0.4"]
    ),
    SystemEquation(
      "the ratchet of capacity",
      "L̄ ← n + ρ_L(L̄_∞ − n),  n = max(1, L̄(1 − χ liq/OI));   OI −= liq",
      page: "formulas/leverage-ratchet",
      systems: ["M0.2", "M0.3"]
    ),
    SystemEquation(
      "the demand of a levered fund",
      "D p = min(β m, λ) W,  m = V − p > 0",
      page: "formulas/leverage-cycles",
      systems: ["M1.3", "M1.11"]
    ),
    SystemEquation(
      "the hazard of an exit",
      "h = h₀ exp(a_w min(ln(p/cost), 5)/5 + b_w B),   B = 1/(1 + e^(−10(ρ₆₀ − 0.5)))",
      page: "participants/whale",
      systems: ["M0.7"]
    ),
    SystemEquation(
      "what a state gains by buying",
      "payoffᵢ = wᵢ κ Q q − ½ q aᵢ κ Q q − c q|aᵢ| + θᵢ q aᵢ + vᵢ q(aᵢ − ā₋ᵢ)",
      page: "formulas/sovereign-game",
      systems: ["M0.8"]
    ),
    SystemEquation(
      "the average cost of a fund's holders",
      "K ← (K·(N − created) + P·created)/N,   N = coins before redemptions; redemptions leave K where it is",
      page: "participants/etf_issuer",
      systems: ["M0.10"]
    ),
    SystemEquation(
      "the coins a company must sell",
      "P_d = (due + fixed charges − cash − what share issues raise)⁺ / coins       over the horizon",
      page: "formulas/treasury-companies",
      systems: ["M1.5", "M1.6"]
    ),
    SystemEquation(
      "redemptions of a par claim",
      "w = w0 + w1 (hole/supply)(1 − confidence) + w2 (log fall of the coin today − f)⁺ + b 1{p < 0.995} − a (yield − alternative)",
      page: "participants/stablecoin_holder",
      systems: ["M1.7", "M1.8"]
    ),
    SystemEquation(
      "the premium and funding of a perpetual",
      "premium = s · D,      funding = P̄ + clip(I − P̄, ±0.05 %) every eight hours, within ±0.75 %",
      page: "formulas/world",
      systems: ["M3.2"]
    ),
    SystemEquation(
      "the basis of a dated future",
      "future  = S · e^{(r + ψ)τ},   ψ = s_f · D_f",
      page: "formulas/world",
      systems: ["M3.2", "M3.3"]
    ),
    SystemEquation(
      "the carry that a basis fund wants",
      "c* = (reference + 60 bp)(1 − own share) + fees 25 bp + roll 30 bp ≈ 5.0 % a year",
      page: "participants/basis_fund",
      systems: ["M3.2"]
    ),
    SystemEquation(
      "the hole of an exchange",
      "hole = (loss − reserve)⁺,   months to heal = hole/(income − cost),   months of liquidity = liquid assets/stressed outflow",
      page: "formulas/treasury-companies",
      systems: ["M4.1"]
    ),
    SystemEquation(
      "a run on an exchange",
      "w = w₀ + w₁ · hole/owed · (1 − confidence)",
      page: "participants/exchange_customers",
      systems: ["M4.1"]
    ),
  ]
}
