extension SystemEquation {
  /// Formulas of dollar funding, policy and the macro side.
  static let ofFunding: [SystemEquation] = [
    SystemEquation(
      "the book of a carry fund",
      "N* = N_max · ramp((r_US − r_JP − hedge)/σ̂_JPY; 0.15, 0.45) · min(1, σ_target/σ̂_portfolio)",
      page: "formulas/carry",
      systems: ["M0.5"]
    ),
    SystemEquation(
      "how far portfolios overlap",
      "Ω = Π diag(1/D) Πᵀ,   Ω_mn = Σ_k Π_mk Π_nk / D_k",
      page: "formulas/carry",
      systems: ["M0.5", "M2.3"]
    ),
    SystemEquation(
      "contagion through prices",
      "R1 = W s,   S = Wᵀ(A ∘ b ∘ R1),   R2 = ℓ ∘ S,   AV = −Σ A (W R2) / Σ E,   E = A/(1 + b)",
      page: "formulas/contagion",
      systems: ["M0.5", "M2.3"]
    ),
    SystemEquation(
      "what a revaluation of gold posts",
      "gain = ounces · (p − book price) = 261 498 926 · (2 920 − 42.2222) = 752 535 803 966.6428 dollars",
      page: "formulas/carry",
      systems: ["M4.6"]
    ),
    SystemEquation(
      "the path of the dollar",
      "ln D_t − ln D_0 = (g_t − g_0)/θ + β (z_t − z_0) − δ t",
      page: "formulas/carry",
      systems: ["M4.7"]
    ),
    SystemEquation(
      "the supply of government bonds",
      "supply            β S/Y",
      page: "participants/japanese_rates",
      systems: ["M0.6"]
    ),
    SystemEquation(
      "whether the debt is sustained",
      "sustainability    (d + (β − τ μ) S/Y)/(1 + μ S/Y) − d",
      page: "participants/japanese_rates",
      systems: ["M0.6"]
    ),
    SystemEquation(
      "what a lender asks",
      "r_kb = o + ψ + 100 LGD · PD · (1 − coverage) + η (exposure/limit)²        or nothing at all",
      page: "formulas/repo-rates",
      systems: ["M2.1"]
    ),
    SystemEquation(
      "what a borrower pays",
      "r = r_kb + β · tight · (r_max − r_kb),      tight = cash lent so far/all cash, β = 0.35",
      page: "formulas/repo-rates",
      systems: ["M2.1"]
    ),
    SystemEquation(
      "the demand for reserves",
      "s(x) = EFFR − IORB = s0 + κ w ln(1 + e^((x* − x)/w)),      x = reserves/bank assets",
      page: "formulas/reserves",
      systems: ["M2.1", "M3.1"]
    ),
    SystemEquation(
      "secured against unsecured rates",
      "SOFR − EFFR = θ0 + θ1 · coupon settlement + θ2 · χ + θ3 · quarter end",
      page: "formulas/reserves",
      systems: ["M3.1", "M3.6"]
    ),
    SystemEquation(
      "delinquency",
      "δ_t = 0.85 δ_{t−1} + 0.15 [δ0 + 0.35 (u_{t−2} − u*) + (Q̄ − Q) + b_D (DSR − DSR*)]",
      page: "formulas/credit",
      systems: ["M2.2"]
    ),
    SystemEquation(
      "the output gap",
      "y_t = 0.9 y_{t−1} − 0.15 (r − r*) − 0.25 spread + 0.3 ΔL/GDP + 0.6 (ΔG − 0.5 savings) + 0.02 Δwealth + ε",
      page: "formulas/credit",
      systems: ["M2.2", "M4.3"]
    ),
    SystemEquation(
      "losses of a portfolio of loans",
      "PD(z) = Φ((Φ⁻¹(PD) − √ρ z)/√(1 − ρ)),      quantile q: PD(−Φ⁻¹(q))",
      page: "formulas/credit",
      systems: ["M2.2"]
    ),
    SystemEquation(
      "what binds a bank's lending",
      "L = min(k · E/RW, liquidity limit, demand · share of applicants that banks trust)",
      page: "formulas/reserves",
      systems: ["M2.2", "M2.6", "M3.1"]
    ),
    SystemEquation(
      "the re-use of collateral",
      "ν = 1/(1 − re-use) = 2.2,      GC − special = s_c (1 − pledgeable/required)⁺",
      page: "formulas/reserves",
      systems: ["M2.6"]
    ),
    SystemEquation(
      "the storage curve",
      "F_T = S e^{(r + u − y) T} − π(I) e^{−T/τ}",
      page: "formulas/commodity-curve",
      systems: ["M2.5"]
    ),
    SystemEquation(
      "the value of a stored barrel",
      "f(x) = max(P(x), β E f(h + (1 − d)(x − P⁻¹(f(x))))),   P(x) = a − b x,   β = (1 − d)/(1 + r) < 1",
      page: "formulas/commodity-curve",
      systems: ["M2.5"]
    ),
    SystemEquation(
      "the cross-currency basis",
      "x = −[a0 + a1 max(0, D − C)/C + a2 quarter end + a3 Δ ln DXY]  (bp; negative: dollars dear)",
      page: "formulas/curve",
      systems: ["M2.7"]
    ),
    SystemEquation(
      "the ceiling of swap lines",
      "x ≥ −(s_swap + policy rate abroad − deposit rate abroad)        with lines open, s_swap = 25 bp",
      page: "formulas/curve",
      systems: ["M2.7"]
    ),
    SystemEquation(
      "the yield of a maturity",
      "y_n = r̄ + (r − r̄)(1 − ρⁿ)/(n(1 − ρ)) + TP_n,                 r̄ = r* + π*, n in months",
      page: "formulas/curve",
      systems: ["M3.6", "M4.2"]
    ),
    SystemEquation(
      "the term premium",
      "TP10 = tp0 + β_D D10 + β_σ MOVE/100 + β_F FD + β_L χ",
      page: "formulas/curve",
      systems: ["M3.5", "M3.6", "M4.2"]
    ),
    SystemEquation(
      "the board of the Hong Kong dollar",
      "at 7.75 banks sell dollars:  aggregate balance + 7.75 · USD        at 7.85 they buy:  aggregate balance − 7.85 · USD",
      page: "formulas/currency-band",
      systems: ["M4.5"]
    ),
    SystemEquation(
      "interbank rates under the board",
      "HIBOR − SOFR = −s_max (1 − e^{−(AB − AB₀)⁺/AB_s}) + s_tight e^{−AB/AB_t}",
      page: "formulas/currency-band",
      systems: ["M4.5"]
    ),
  ]
}
