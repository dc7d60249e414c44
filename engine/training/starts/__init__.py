"""Weights to begin with: from trunks that were trained for something else, or from a teacher.

A trunk comes as a Keras file out of a package (its licence and what it was trained on go into the
card). Its preprocessing is folded into the first convolution, so that the network takes the same
input as ever; the trimap's channel starts at zero; everything else starts as a fresh network does.

A student may be cut from its teacher: the channels that matter most, layer by layer (`cut`).
"""
