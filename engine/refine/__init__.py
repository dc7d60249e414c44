"""What is done to a matte by hand once it is there; pure functions on float alphas and colours."""
